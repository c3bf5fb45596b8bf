import { openPage } from '@/rooms/open'
import { type CardPreview, emptyDraft, isBlank, keepDraft, readDraft } from './pages/compose/draft'

export { eventCard as aboutEvent, productCard as aboutProduct } from '@domain/forum/attaching'

/** Begins a post about something, or goes on with the one about it: what is being written about anything else stays. */
export async function postAbout(card: CardPreview): Promise<void> {
  const written = readDraft()?.draft
  const isOther = written && !isBlank(written) && !isAbout(written.card, card)
  const about = isOther ? `${card.kind}-${card.id}` : undefined
  const draft = (isOther ? readDraft(about)?.draft : written) ?? emptyDraft
  await keepDraft({ ...draft, card }, Date.now(), about)
  openPage('forum/compose', about === undefined ? undefined : { about })
}

const isAbout = (known: CardPreview | null, card: CardPreview) =>
  known !== null && known.kind === card.kind && known.id === card.id
