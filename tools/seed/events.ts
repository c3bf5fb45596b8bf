import type { PlaceDocument, SessionDocument } from '../../cloudfunctions/booking/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { NoticeDocument } from '../../cloudfunctions/notice/store'
import type { EventDocument } from '../../cloudfunctions/union/store'
import { shortCodeOf } from '../../domain/booking/code'
import { OFFER_LIFE_MS_MAX } from '../../domain/booking/offer'
import { momentLabel, placeNotices } from '../../domain/booking/wording'
import { sortKey } from '../../domain/kernel/paging'
import { paragraphsOf } from '../../domain/kernel/richText'
import { DAY_MS, HOUR_MS, type Instant } from '../../domain/kernel/time'
import { associationsTold } from './associations'
import { type EventTold, eventsTold } from './eventsTold'
import { fileIdOf } from './files'
import { personOf } from './people'
import { settled, type World } from './world'

/** Of a long code: 16 characters of base 32. */
const CODE_LENGTH = 16
/** How long before it begins a place may still be given up. */
const CANCELLED_MS = 12 * HOUR_MS
/** Places are taken over the days before; this far back at most. */
const JOINED_DAYS = 3
/** How long after the end its host tells how it was. */
const TOLD_MS = 7 * HOUR_MS
/** How long ago a seat came free. */
const OFFERED_MINUTES = 4

interface Told {
  told: EventTold
  startsAt: Instant
  endsAt: Instant
}

/** The events of the week, and who has a place in them, by collection. */
export function eventsOf(world: World) {
  const { calendar } = world
  const all = eventsTold.map(told => {
    const days = told.weekday === undefined ? told.days : calendar.daysTo(told.weekday, told.days)
    return { told, startsAt: calendar.ahead(days, told.from), endsAt: calendar.ahead(days, told.until) }
  })
  const places = all.map(each => placesOf(world, each))
  return {
    union_events: all.map(each => eventOf(world, each)),
    booking_sessions: all.map((each, index) => sessionOf(world, each, places[index] ?? [])),
    booking_places: places.flat(),
  }
}

function associationTold(associationId: string) {
  const found = associationsTold.find(({ id }) => id === associationId)
  if (!found) throw new Error(`No association ${associationId}`)
  return found
}

function presidentOf(world: World, associationId: string): EmployeeDocument {
  return world.who(associationTold(associationId).president)
}

function eventOf(world: World, { told, startsAt, endsAt }: Told): EventDocument {
  const { id, associationId, title, body, cover, venue, fee = 0, membersOnly = false, questions = [] } = told
  const host = personOf(presidentOf(world, associationId))
  const { name, site, category } = associationTold(associationId)
  return {
    _id: id,
    associationId,
    associationName: name,
    site,
    category,
    host,
    listKey: sortKey(startsAt, id),
    approval: null,
    openIds: [],
    remindAt: null,
    seatedAt: null,
    title,
    body: typeof body === 'string' ? paragraphsOf(body) : body,
    pictures: [],
    coverFileId: fileIdOf('covers', cover),
    venue,
    startsAt,
    endsAt,
    fee,
    membersOnly,
    questions,
    ...(told.recap
      ? { recap: { words: told.recap, by: host, at: endsAt + TOLD_MS }, tellingAfter: null }
      : {}),
  }
}

function sessionOf(
  world: World,
  { told, startsAt, endsAt }: Told,
  places: readonly PlaceDocument[],
): SessionDocument {
  const { id, associationId, title, venue, cover, capacity, partyMax = 1, fee = 0 } = told
  const { now } = world.calendar
  const isOver = endsAt < now
  const remindAt = startsAt - DAY_MS
  return {
    _id: id,
    kind: 'event',
    subjectId: id,
    title,
    venue: venue.name,
    coverFileId: fileIdOf('covers', cover),
    startsAt,
    endsAt,
    joinUntil: startsAt,
    cancelUntil: startsAt - CANCELLED_MS,
    capacity,
    partyMax,
    fee,
    // Those of the past came before there were coins for it.
    earns: isOver ? null : 'booking.attended',
    hostScopeId: associationId,
    doorCode: world.chance.id(now).slice(-CODE_LENGTH),
    remindAt: remindAt > now ? remindAt : null,
    taken: places.reduce((sum, { seats, party }) => sum + (seats === 'held' ? party : 0), 0),
    reservations: [],
    returned: [],
    calledOffBecause: null,
    revision: 0,
    spreading: false,
    spreadAt: 0,
    state: isOver ? 'closed' : 'open',
    queueing: (told.waiting?.length ?? 0) > 0,
    queuedAt: world.calendar.minutesAgo(60),
  }
}

/** Those of the cast who are named, then chance ones of the roster, then the queue. */
function placesOf(world: World, each: Told): PlaceDocument[] {
  const { told } = each
  const named = told.coming.map(world.who)
  const waiting = (told.waiting ?? []).map(world.who)
  const kept = told.offered === undefined ? [] : [world.who(told.offered)]
  const known = new Set([...named, ...waiting, ...kept].map(({ _id }) => _id))
  const others = settled(world).filter(({ _id }) => !known.has(_id))
  const coming = [...named, ...world.chance.sample(others, told.comes - named.length)]
  return [
    ...coming.map((employee, index) => placeOf(world, each, employee, index, false)),
    ...kept.map(employee => heldFor(world, placeOf(world, each, employee, coming.length, true))),
    ...waiting.map((employee, index) => placeOf(world, each, employee, coming.length + index, true)),
  ]
}

/** Somebody's turn came a moment ago. */
function heldFor({ calendar, chance }: World, place: PlaceDocument): PlaceDocument {
  const at = calendar.minutesAgo(OFFERED_MINUTES)
  const offerExpiresAt = Math.min(at + OFFER_LIFE_MS_MAX, place.startsAt - CANCELLED_MS)
  return {
    ...place,
    ...{ state: 'offered', turn: 1, seats: 'held', offerExpiresAt, offerNoticeId: chance.id(at) },
    trail: [...place.trail, { action: 'offer', at, by: '系统', note: null }],
  }
}

/** The notices of the seats that are held, with which they are taken or given on. */
export function offersOf(places: readonly PlaceDocument[]): NoticeDocument[] {
  return places.flatMap(place => {
    const { _id, employeeId, offerExpiresAt: expiresAt, offerNoticeId, trail } = place
    const at = trail.at(-1)?.at
    if (!offerNoticeId || expiresAt === null || at === undefined) return []
    const text = placeNotices.offered(place, momentLabel(expiresAt, at), '')
    const target = { kind: 'place' as const, id: _id }
    const offer = { placeId: _id, expiresAt, fee: 0, answer: null }
    return [{ _id: offerNoticeId, employeeId, kind: 'todo', read: false, ...text, at, target, offer }]
  })
}

function placeOf(
  world: World,
  { told, startsAt, endsAt }: Told,
  employee: EmployeeDocument,
  index: number,
  isWaiting: boolean,
): PlaceDocument {
  const { calendar, chance } = world
  const before = Math.min(startsAt, calendar.now)
  const joinedAt = before - JOINED_DAYS * DAY_MS + index * HOUR_MS
  const long = chance.id(joinedAt).slice(-CODE_LENGTH)
  // The last two of a past event did not come.
  const isOver = endsAt < calendar.now
  const came = isOver && index < told.comes - 2
  const end = came
    ? [
        {
          action: 'attend' as const,
          at: startsAt,
          by: presidentOf(world, told.associationId).name,
          note: null,
        },
      ]
    : [{ action: 'miss' as const, at: endsAt + JOINED_DAYS * HOUR_MS, by: '系统', note: null }]
  const joined = {
    action: isWaiting ? ('queue' as const) : ('join' as const),
    at: joinedAt,
    by: employee.name,
    note: null,
  }
  return {
    _id: `${told.id}:${employee._id}`,
    sessionId: told.id,
    kind: 'event',
    subjectId: told.id,
    title: told.title,
    venue: told.venue.name,
    startsAt,
    endsAt,
    employeeId: employee._id,
    revision: 0,
    listKey: sortKey(startsAt, told.id),
    person: personOf(employee),
    state: isWaiting ? 'waiting' : isOver ? (came ? 'attended' : 'absent') : 'confirmed',
    turn: isWaiting ? 0 : 1,
    seats: isWaiting ? 'none' : 'held',
    party: 1,
    queueKey: chance.id(joinedAt),
    offerExpiresAt: null,
    reminded: startsAt - DAY_MS <= calendar.now,
    answers: (told.questions ?? []).map(({ title, options }) => ({
      title,
      answer: options.length > 0 ? chance.pick(options) : '六岁',
    })),
    guests: [],
    paid: 0,
    codes: [long, shortCodeOf(long)],
    trail: isOver ? [joined, ...end] : [joined],
  }
}
