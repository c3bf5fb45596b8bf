import { limits } from '@domain/kernel/limits'
import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, HOUR_MS, type Instant } from '@domain/kernel/time'
import type { EventCardView } from '@domain/union/eventContract'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { sessionsBy } from '../booking/public'
import { eventCardOf, isListed } from './eventViews'
import { type EventDocument, events } from './store'

/** An event stays in the lists for so long after its beginning: those on their way still look it up. */
const LISTED_MS = 3 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
const WEEK_MAX = 20

/** Where the events that are still listed begin. */
export function listedFrom(now: Instant): string {
  return sortKey(now - LISTED_MS, '')
}

/** Of some events those that a colleague sees, beside what is left of their seats. One request. */
export async function cardsOf(found: readonly EventDocument[], viewer: Employee): Promise<EventCardView[]> {
  const sessions = await sessionsBy(found.map(({ _id }) => _id))
  return found.flatMap(event => {
    const session = sessions.get(event._id)
    return session && isListed(session, event, viewer) ? [eventCardOf(event, session)] : []
  })
}

const PAST_SHOWN = 5

/** What an association has coming up, the next first, at most a page of it, and the last that took place. Three requests. */
export async function eventsOfAssociation(
  associationId: string,
  now: Instant,
  viewer: Employee,
): Promise<{ coming: EventCardView[]; past: EventCardView[] }> {
  const from = listedFrom(now)
  const [coming, past] = await Promise.all([
    events.find({
      where: { associationId, listKey: _.gt(from) },
      orderBy: [['listKey', 'asc']],
      limit: limits.pageSize,
    }),
    events.find({
      where: { associationId, listKey: _.lt(from) },
      orderBy: [['listKey', 'desc']],
      limit: limits.pageSize,
    }),
  ])
  const cards = await cardsOf([...coming, ...past], viewer)
  return {
    coming: cards.filter(({ startsAt }) => startsAt >= now - LISTED_MS),
    past: cards
      .filter(({ startsAt, state }) => startsAt < now - LISTED_MS && state !== 'calledOff')
      .slice(0, PAST_SHOWN),
  }
}

/** An event lasts no longer as a rule; one that began earlier is found on its own page. */
const RUNNING_MS = DAY_MS
const AHEAD_MAX = 20

/** What an association's host still has before them, the next first, at most twenty. Two requests. */
export async function eventsAhead(
  associationId: string,
  now: Instant,
  viewer: Employee,
): Promise<EventCardView[]> {
  const found = await events.find({
    where: { associationId, listKey: _.gt(sortKey(now - RUNNING_MS, '')) },
    orderBy: [['listKey', 'asc']],
    limit: AHEAD_MAX,
  })
  const cards = await cardsOf(found, viewer)
  return cards.filter(({ endsAt, state }) => endsAt > now && (state === 'open' || state === 'proposed'))
}

/** What there is in the seven days to come, the next first, at most twenty. Two requests. */
export async function eventsOfWeek(now: Instant, viewer: Employee): Promise<EventCardView[]> {
  const found = await events.find({
    where: { listKey: _.gt(listedFrom(now)).and(_.lt(sortKey(now + WEEK_MS, ''))) },
    orderBy: [['listKey', 'asc']],
    limit: WEEK_MAX,
  })
  return cardsOf(found, viewer)
}

/** Events by their ids as anybody may see them, so not those that wait for the union. Two requests, none for no ids. */
export async function eventsBy(ids: readonly string[]): Promise<EventCardView[]> {
  if (ids.length === 0) return []
  const [found, sessions] = await Promise.all([
    events.find({ where: { _id: _.in([...ids]) }, limit: ids.length }),
    sessionsBy(ids),
  ])
  return found.flatMap(event => {
    const session = sessions.get(event._id)
    return session && session.state !== 'proposed' ? [eventCardOf(event, session)] : []
  })
}
