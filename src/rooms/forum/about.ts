import { openPage } from '@/rooms/open'
import { type CardPreview, emptyDraft, joined, keepDraft, readDraft } from './pages/compose/draft'

export { eventCard as aboutEvent, productCard as aboutProduct } from '@domain/forum/attaching'

/** Begins a post about something, or puts it under the one that is being written. */
export async function postAbout(card: CardPreview): Promise<void> {
  const draft = readDraft()?.draft ?? emptyDraft
  await keepDraft({ ...draft, card }, Date.now())
  openPage('forum/compose')
}

/** Begins a post in a topic, or names it in the one that is being written. */
export async function postIn(topic: string): Promise<void> {
  const draft = readDraft()?.draft ?? emptyDraft
  const named = `#${topic}#`
  if (!draft.body.includes(named)) await keepDraft({ ...draft, body: joined(draft.body, named) }, Date.now())
  openPage('forum/compose')
}
