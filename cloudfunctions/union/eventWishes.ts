import type { EventCardView } from '@domain/union/eventContract'
import type { Employee } from '@platform/context'
import { cardsOf } from './eventReading'
import { type AssociationDocument, type EventDocument, memberships } from './store'
import { presides } from './views'

/** A person is in a few associations. */
const MEMBERSHIPS_MAX = 200

/** What a reader of events asks for: those of a site, of a kind, of their own associations, those with seats left. */
export interface EventWish {
  site?: string | undefined
  category?: AssociationDocument['category'] | undefined
  mine?: boolean | undefined
  free?: boolean | undefined
}

/** Whether anything is asked for, so that of some events only a part may be shown. */
export const isNarrowed = ({ site, category, mine, free }: EventWish) =>
  site !== undefined || category !== undefined || mine === true || free === true

/** The associations that the caller is in, where only theirs are asked for. One request, none otherwise. */
export async function ownOf({ id }: Employee, { mine }: EventWish): Promise<ReadonlySet<string>> {
  if (!mine) return new Set()
  const joined = await memberships.find({
    where: { employeeId: id, state: 'member' },
    limit: MEMBERSHIPS_MAX,
    fields: ['associationId'],
  })
  return new Set(joined.map(({ associationId }) => associationId))
}

interface Asked {
  wish: EventWish
  own: ReadonlySet<string>
  viewer: Employee
  now: number
}

/** Of some events those that are asked for and that the caller sees, with where each is at home. One request. */
export async function wishedAmong(found: readonly EventDocument[], { wish, own, viewer, now }: Asked) {
  const wished = found.filter(event => isWished(event, wish, own, viewer))
  const cards = await cardsOf(wished, viewer)
  const siteOf = new Map(found.map(({ _id, site }) => [_id, site]))
  return cards
    .filter(card => !wish.free || isFree(card, now))
    .map(card => ({ ...card, site: siteOf.get(card.eventId) ?? '' }))
}

function isWished(
  event: EventDocument,
  { site, category, mine }: EventWish,
  own: ReadonlySet<string>,
  viewer: Employee,
): boolean {
  if (site !== undefined && event.site !== site) return false
  if (category !== undefined && event.category !== category) return false
  return !mine || own.has(event.associationId) || presides(viewer, event.associationId)
}

/** Whether somebody could still get a seat. */
const isFree = ({ state, joinUntil, taken, capacity }: EventCardView, now: number) =>
  state === 'open' && now < joinUntil && taken < capacity
