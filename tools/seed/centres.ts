import { newSession } from '../../cloudfunctions/booking/newSession'
import type {
  CentreDocument,
  ClosureDocument,
  FeedbackDocument,
  PlaceDocument,
  QuotaDocument,
  SessionDocument,
} from '../../cloudfunctions/booking/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { deadlinesOf } from '../../domain/booking/bookingRules'
import { shortCodeOf } from '../../domain/booking/code'
import { slotSessionId } from '../../domain/booking/slotIds'
import { type Slot, slotsOn } from '../../domain/booking/slots'
import {
  centreFor,
  kindNamed,
  kindSaid,
  seatsOf,
  slotSubjectOf,
  type VisitKind,
} from '../../domain/booking/visitKinds'
import { sortKey } from '../../domain/kernel/paging'
import { DAY_MS, type Day, dayOf, HOUR_MS, startOfDay } from '../../domain/kernel/time'
import { type CentreTold, centresTold, feedbackTold, type VisitTold, visitsTold } from './centresTold'
import { type Chance, chanceOf } from './chance'
import { personOf } from './people'
import { passersBy, type World } from './world'

/** Its own, so that the rest of the world does not change with the centres. */
const SEED = 1959
const CODE_LENGTH = 16
/** Open days of the past that the figures are made of, and the planned closure's. */
const PAST_DAYS = 16
const CLOSED_DAY = 8
/** Places are taken over the days before. */
const JOINED_DAYS = 3

interface Visit {
  told: VisitTold
  /** As whoever comes for the kind finds it. */
  centre: CentreTold
  kind: VisitKind
  slot: Slot
}

interface Telling {
  world: World
  chance: Chance
}

/** The centres, who visits them this week, and what was said of the weeks before, by collection. */
export function centresOf(world: World) {
  const telling = { world, chance: chanceOf(SEED) }
  const visits = [...pastTold(telling.chance), ...visitsTold].flatMap(told => visitOf(world, told))
  const booked = visits.map(visit => ({ visit, places: placesOf(telling, visit) }))
  const places = booked.flatMap(each => each.places)
  const feedback = feedbackOf(telling, places)
  return {
    booking_centres: centresTold.map(told => centreOf(world, told, feedback)),
    booking_closures: [closureOf(telling)],
    booking_feedback: feedback,
    booking_quotas: quotasOf(world, places),
    sessions: booked.map(({ visit, places: own }) => sessionOf(telling, visit, own)),
    places,
  }
}

/** Two slots of each open day of the last weeks, fuller at weekends than before noon. */
function pastTold(chance: Chance): VisitTold[] {
  const said = new Set(feedbackTold.map(([centreId, , openDay, slot]) => `${centreId} ${openDay} ${slot}`))
  return centresTold.flatMap(({ _id: centreId, rules }) =>
    Array.from({ length: PAST_DAYS }, (_, index) => -1 - index).flatMap(openDay =>
      [0, 1, 2, 3].flatMap(slot => {
        const coming = feedbackTold
          .filter(told => told[0] === centreId && told[2] === openDay && told[3] === slot)
          .map(([, key]): [string] => [key])
        const isQuiet = !said.has(`${centreId} ${openDay} ${slot}`) && chance.next() < 0.45
        const others = chance.whole(2, Math.max(2, rules.seats - coming.length - 1))
        return isQuiet ? [] : [{ centreId, openDay, slot, coming, others }]
      }),
    ),
  )
}

/** The n-th day with slots from today, today itself not counted. */
function openDayOf(world: World, centre: CentreTold, nth: number): Day {
  const step = nth < 0 ? -DAY_MS : DAY_MS
  let left = Math.abs(nth)
  let at = startOfDay(dayOf(world.calendar.now))
  while (left > 0) {
    at += step
    if (slotsOn(dayOf(at), centre, []).length > 0) left -= 1
  }
  return dayOf(at)
}

/** None where the day has fewer slots than told. */
function visitOf(world: World, told: VisitTold): Visit[] {
  const whole = centreTold(told.centreId)
  const kind = kindNamed(whole, told.kindId)
  if (!kind) throw new Error(`${told.centreId} has no ${told.kindId}`)
  const centre = centreFor(whole, kind)
  const slot = slotsOn(openDayOf(world, centre, told.openDay), centre, [])[told.slot]
  return slot ? [{ told, centre, kind, slot }] : []
}

function centreTold(centreId: string): CentreTold {
  const centre = centresTold.find(({ _id }) => _id === centreId)
  if (!centre) throw new Error(`No centre is called ${centreId}`)
  return centre
}

function centreOf(
  world: World,
  { host: _host, ...told }: CentreTold,
  feedback: readonly FeedbackDocument[],
): CentreDocument {
  const own = feedback.filter(({ centreId }) => centreId === told._id)
  return {
    ...told,
    openedOn: openDayOf(world, centreTold(told._id), -PAST_DAYS),
    scores: own.length,
    scoreSum: own.reduce((sum, { score }) => sum + score, 0),
  }
}

function closureOf({ world, chance }: Telling): ClosureDocument {
  const centre = centreTold('centre-shanghai')
  const fromAt = startOfDay(openDayOf(world, centre, CLOSED_DAY))
  const at = world.calendar.at(1, '16:20')
  return {
    _id: chance.id(at),
    centreId: centre._id,
    fromAt,
    untilAt: fromAt + DAY_MS,
    reason: '展厅换新车',
    state: 'planned',
    by: world.who(centre.host).name,
    at,
    moved: 0,
    calledOff: 0,
    spreading: false,
  }
}

const sessionIdOf = ({ centre, kind, slot }: Visit) =>
  slotSessionId('visit', slotSubjectOf(centre._id, kind.kindId), slot.startsAt)

const visitOfKind = ({ centre, kind }: Visit) => (centre.kinds ? { visit: kindSaid(kind) } : {})

function sessionOf(
  { world, chance }: Telling,
  visit: Visit,
  places: readonly PlaceDocument[],
): SessionDocument {
  const { centre, slot, told } = visit
  const { now } = world.calendar
  const isOver = slot.endsAt < now
  const attended = places.filter(({ state }) => state === 'attended')
  const people = (of: readonly PlaceDocument[]) => of.reduce((sum, { party }) => sum + party, 0)
  const seatsIn = (of: readonly PlaceDocument[]) => of.reduce((sum, place) => sum + seatsOf(place), 0)
  const remindAt = slot.startsAt - DAY_MS
  const seated = places.filter(({ seats }) => seats === 'held')
  const tally = {
    ...{ bookings: places.length, taken: seatsIn(places), guests: people(places) },
    ...{ attendedBookings: attended.length, attendedGuests: people(attended) },
  }
  return {
    ...newSession({
      _id: sessionIdOf(visit),
      kind: 'visit',
      subjectId: centre._id,
      title: centre.name,
      ...visitOfKind(visit),
      venue: centre.address,
      coverFileId: centre.coverFileId,
      ...{ startsAt: slot.startsAt, endsAt: slot.endsAt },
      ...deadlinesOf(slot, centre.rules),
      ...{ capacity: centre.rules.seats, partyMax: centre.rules.partyMax },
      fee: 0,
      // Those of the past came before there were coins for it.
      earns: isOver ? null : 'booking.attended',
      hostScopeId: centre._id,
      doorCode: chance.id(now).slice(-CODE_LENGTH),
      remindAt: remindAt > now ? remindAt : null,
      state: isOver ? 'closed' : 'open',
    }),
    taken: seatsIn(seated),
    queueing: (told.waiting?.length ?? 0) > 0,
    queuedAt: world.calendar.minutesAgo(60),
    ...(isOver ? { tally } : {}),
  }
}

interface Comer {
  employee: EmployeeDocument
  guests: string[]
  isWaiting: boolean
}

function placesOf({ world, chance }: Telling, visit: Visit): PlaceDocument[] {
  const { told, centre } = visit
  const named: Comer[] = told.coming.map(([key, ...guests]) => ({
    employee: world.who(key),
    guests,
    isWaiting: false,
  }))
  const waiting: Comer[] = (told.waiting ?? []).map(key => ({
    employee: world.who(key),
    guests: [],
    isWaiting: true,
  }))
  const known = new Set([...named, ...waiting].map(({ employee }) => employee._id))
  const free =
    centre.rules.seats -
    named.reduce((sum, { guests }) => sum + seatsOf({ ...visitOfKind(visit), party: 1 + guests.length }), 0)
  const others = chance
    .sample(
      passersBy(world).filter(({ _id }) => !known.has(_id)),
      Math.min(told.others, free),
    )
    .map((employee): Comer => ({ employee, guests: [], isWaiting: false }))
  return [...named, ...others, ...waiting].map((comer, index) =>
    placeOf({ world, chance }, visit, comer, index),
  )
}

function placeOf(
  { world, chance }: Telling,
  visit: Visit,
  { employee, guests, isWaiting }: Comer,
  index: number,
): PlaceDocument {
  const { centre, slot, told } = visit
  const { startsAt, endsAt } = slot
  const { now } = world.calendar
  const sessionId = sessionIdOf(visit)
  const joinedAt = Math.min(startsAt, now) - JOINED_DAYS * DAY_MS + index * HOUR_MS
  const long = chance.id(joinedAt).slice(-CODE_LENGTH)
  const isOver = endsAt < now
  // The last of a full past slot did not come; whoever spoke of it did.
  const came = isOver && (index < told.coming.length || index % 9 !== 8)
  const host = world.who(centre.host).name
  const end = came
    ? { action: 'attend' as const, at: startsAt, by: host, note: null }
    : { action: 'miss' as const, at: endsAt + 12 * HOUR_MS, by: '系统', note: null }
  const joined = {
    action: isWaiting ? ('queue' as const) : ('join' as const),
    at: joinedAt,
    by: employee.name,
    note: null,
  }
  return {
    _id: `${sessionId}:${employee._id}`,
    sessionId,
    kind: 'visit',
    subjectId: centre._id,
    title: centre.name,
    ...visitOfKind(visit),
    venue: centre.address,
    ...{ startsAt, endsAt, employeeId: employee._id, revision: 0 },
    listKey: sortKey(startsAt, sessionId),
    person: personOf(employee),
    state: isWaiting ? 'waiting' : isOver ? (came ? 'attended' : 'absent') : 'confirmed',
    turn: isWaiting ? 0 : 1,
    seats: isWaiting ? 'none' : 'held',
    party: 1 + guests.length,
    queueKey: chance.id(joinedAt),
    offerExpiresAt: null,
    reminded: startsAt - DAY_MS <= now,
    answers: visit.kind.promises.map(title => ({ title, answer: '是' })),
    ...{ guests, paid: 0 },
    codes: [long, shortCodeOf(long)],
    trail: isOver ? [joined, end] : [joined],
  }
}

function feedbackOf({ world, chance }: Telling, places: readonly PlaceDocument[]): FeedbackDocument[] {
  return feedbackTold.flatMap(([centreId, key, openDay, slot, score, words]) => {
    const [visit] = visitOf(world, { centreId, openDay, slot, coming: [], others: 0 })
    const employee = world.who(key)
    const place = visit && places.find(({ _id }) => _id === `${sessionIdOf(visit)}:${employee._id}`)
    if (!place) return []
    const at = Math.min(place.endsAt + chance.whole(1, 5) * HOUR_MS, world.calendar.minutesAgo(30))
    const { _id: employeeId, department } = employee
    return [{ _id: place._id, centreId, employeeId, department, score, words, at }]
  })
}

function quotasOf(world: World, places: readonly PlaceDocument[]): QuotaDocument[] {
  const quotas = new Map<string, QuotaDocument>()
  for (const { _id: placeId, subjectId, employeeId, endsAt } of places) {
    if (endsAt < world.calendar.now) continue
    const _id = `${subjectId}:${employeeId}`
    const placeIds = [...(quotas.get(_id)?.placeIds ?? []), placeId]
    quotas.set(_id, { _id, employeeId, placeIds, first: false, forgetAt: endsAt })
  }
  return [...quotas.values()]
}
