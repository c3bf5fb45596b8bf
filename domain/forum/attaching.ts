import type { PostCardView } from './cards'

type CardOf<K extends PostCardView['kind']> = Extract<PostCardView, { kind: K }>

interface Event {
  eventId: string
  title: string
  coverFileId: string
  startsAt: number
  endsAt: number
  venue: { name: string }
  fee: number
  taken: number
  capacity: number
  state: string
}

interface Product {
  productId: string
  name: string
  coverFileId: string
  coverGround: string
  price: number
  stock: number
  on: boolean
}

/** An event as the card of a post shows it, to whoever attaches it and to whoever reads. */
export function eventCard(event: Event): CardOf<'event'> {
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

/** A product as the card of a post shows it. */
export function productCard(product: Product): CardOf<'product'> {
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
