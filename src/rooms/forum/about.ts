import { openPage } from '@/rooms/open'
import { type CardPreview, emptyDraft, keepDraft, readDraft } from './pages/compose/draft'

export { eventCard as aboutEvent, productCard as aboutProduct } from '@domain/forum/attaching'

/** Begins a post about something, or puts it under the one that is being written. */
export async function postAbout(card: CardPreview): Promise<void> {
  const draft = readDraft()?.draft ?? emptyDraft
  await keepDraft({ ...draft, card }, Date.now())
  openPage('forum/compose')
}
