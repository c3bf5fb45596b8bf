import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { type CardPreview, emptyDraft, keepDraft, readDraft } from './pages/compose/draft'

type Event = Output<typeof api.union.findEvents>['events'][number]
type Product = Output<typeof api.mall.findProducts>['products'][number]

/** An event as a card shows it. */
export function aboutEvent(event: Event): CardPreview {
  const { eventId, title, coverFileId, startsAt, endsAt, venue, fee, taken, capacity, state } = event
  return {
    kind: 'event',
    id: eventId,
    title,
    coverFileId,
    startsAt,
    endsAt,
    place: venue.name,
    fee,
    full: taken >= capacity,
    calledOff: state === 'calledOff',
  }
}

/** A product as a card shows it. */
export function aboutProduct(product: Product): CardPreview {
  const { productId, name, coverFileId, coverGround, price, stock, on } = product
  return {
    kind: 'product',
    id: productId,
    title: name,
    coverFileId,
    coverGround,
    price,
    soldOut: stock === 0,
    off: !on,
  }
}

/** Begins a post about something, or puts it under the one that is being written. */
export async function postAbout(card: CardPreview): Promise<void> {
  const draft = readDraft()?.draft ?? emptyDraft
  await keepDraft({ ...draft, card }, Date.now())
  openPage('forum/compose')
}
