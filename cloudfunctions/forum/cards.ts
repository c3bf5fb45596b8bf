import { eventCard, productCard } from '@domain/forum/attaching'
import type { CardTargetView, PostCardView } from '@domain/forum/cards'
import { refuse } from '@domain/kernel/errors'
import { rememberEach } from '@platform/memory'
import { productsBy } from '../mall/public'
import { eventsBy } from '../union/events/public'
import type { PostDocument } from './store'

type Card = CardTargetView | null | undefined
/** What cards point at, as it is now. */
export type Cards = ReadonlyMap<string, PostCardView>

/** In a list, what is left of seats and stock is told as it was so long ago at most; an opened post tells it as it is. */
const LISTED_MS = 30_000

const listed = rememberEach(LISTED_MS, read)

/** What the cards of listed posts point at. As many requests as for `cardsOf`, for those that were not asked for lately. */
export function listedCardsOf(posts: readonly Pick<PostDocument, 'card'>[]): Promise<Cards> {
  return listed(keysOf(posts))
}

/**
 * What the cards of some posts point at. One request for all products and two for all events, their seats included;
 * none where there are no such cards.
 */
export function cardsOf(posts: readonly Pick<PostDocument, 'card'>[]): Promise<Cards> {
  return read(keysOf(posts))
}

function keysOf(posts: readonly Pick<PostDocument, 'card'>[]): string[] {
  return [...new Set(posts.flatMap(({ card }) => (card ? [keyOf(card)] : [])))]
}

async function read(keys: readonly string[]): Promise<Cards> {
  const idsOf = (kind: CardTargetView['kind']) =>
    keys.flatMap(key => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []))
  const [events, products] = await Promise.all([eventsBy(idsOf('event')), productsBy(idsOf('product'))])
  return new Map<string, PostCardView>([
    ...events.map(event => [keyOf({ kind: 'event', id: event.eventId }), eventCard(event)] as const),
    ...products.map(
      product => [keyOf({ kind: 'product', id: product.productId }), productCard(product)] as const,
    ),
  ])
}

/** The card of one post; one whose target can't be seen says so. */
export function cardIn(cards: Cards, card: Card): PostCardView | null {
  if (!card) return null
  return cards.get(keyOf(card)) ?? { kind: 'gone', was: card.kind, id: card.id }
}

/**
 * A card can be attached to a new post as long as what it points at stands. At most two requests, none without a card.
 * @throws Refusal FORUM_CARD_MISSING
 */
export async function assertCardStands(card: Card): Promise<void> {
  if (!card) return
  const shown = cardIn(await cardsOf([{ card }]), card)
  const isDead =
    shown === null ||
    shown.kind === 'gone' ||
    (shown.kind === 'event' && shown.calledOff) ||
    (shown.kind === 'product' && shown.off)
  refuse(isDead, 'FORUM_CARD_MISSING', ['card'])
}

function keyOf({ kind, id }: CardTargetView): string {
  return `${kind}:${id}`
}
