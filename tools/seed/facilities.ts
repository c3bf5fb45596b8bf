import type {
  CourseDocument,
  FacilityDocument,
  VenueDocument,
} from '../../cloudfunctions/booking/facilityDocuments'
import { newSession } from '../../cloudfunctions/booking/newSession'
import type { PlaceDocument, SessionDocument } from '../../cloudfunctions/booking/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { deadlinesOf } from '../../domain/booking/bookingRules'
import { shortCodeOf } from '../../domain/booking/code'
import type { FacilityRules } from '../../domain/booking/facility'
import { lessonsBetween } from '../../domain/booking/lessons'
import { slotSessionId } from '../../domain/booking/slotIds'
import { type Slot, slotsOn } from '../../domain/booking/slots'
import { sortKey } from '../../domain/kernel/paging'
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from '../../domain/kernel/time'
import { type Chance, chanceOf } from './chance'
import { appealsTold, courtsBooked, deposited, type LessonBooked, lessonsBooked } from './facilitiesBooked'
import { coursesTold, facilitiesTold, fullnessOf } from './facilitiesTold'
import type { Deed } from './ledger'
import { personOf } from './people'
import { passersBy, type World } from './world'

/** Its own, so that the rest of the world does not change with it. */
const SEED = 1971
const CODE_LENGTH = 16
const PAST_DAYS = 9
const AHEAD_DAYS = 6
const JOINED_MS = 2 * DAY_MS

interface Telling {
  world: World
  chance: Chance
}

/** A slot that somebody has booked, and what its session says. */
interface Booked {
  kind: 'course' | 'venue'
  subjectId: string
  title: string
  venue: string
  facility: FacilityDocument
  coverFileId: string
  seats: number
  rules: FacilityRules
  slot: Slot
  coming: readonly EmployeeDocument[]
  missed: readonly EmployeeDocument[]
  waiting: readonly EmployeeDocument[]
}

/** The gyms and venues of two sites, their week of lessons and courts, and the deposits that are held, by collection. */
export function facilitiesOf(world: World) {
  const telling = { world, chance: chanceOf(SEED) }
  const booked = [
    ...coursesTold.flatMap(course => lessonsOf(telling, course)),
    ...facilitiesTold.filter(isVenue).flatMap(venue => courtsOf(telling, venue)),
  ]
  const told = booked.map(each => ({ each, places: placesOf(telling, each) }))
  const places = told.flatMap(each => each.places)
  return {
    booking_facilities: facilitiesTold,
    booking_courses: coursesTold,
    sessions: told.map(({ each, places: own }) => sessionOf(telling, each, own)),
    places,
    deeds: places.flatMap(depositOf),
  }
}

const isVenue = (facility: FacilityDocument): facility is VenueDocument => facility.kind === 'venue'

function facilityTold(facilityId: string): FacilityDocument {
  const facility = facilitiesTold.find(({ _id }) => _id === facilityId)
  if (!facility) throw new Error(`No facility is called ${facilityId}`)
  return facility
}

/** Lessons of the last weeks and the days to come, as full as the course is liked. */
function lessonsOf({ world, chance }: Telling, course: CourseDocument): Booked[] {
  const { now } = world.calendar
  const between = { fromAt: now - PAST_DAYS * DAY_MS, untilAt: now + AHEAD_DAYS * DAY_MS }
  const lessons = lessonsBetween(course, [], between)
  const first = lessons.findIndex(({ startsAt }) => startsAt > now)
  const { coverFileId, seats, rules } = course
  return lessons.map((lesson, index) => {
    const told = lessonsBooked.find(({ courseId, nth }) => courseId === course._id && nth === index - first)
    const isQueued = (told?.waiting?.length ?? 0) > 0
    const likes = (fullnessOf.get(course._id) ?? 0) * (0.75 + chance.next() * 0.25)
    const full = isQueued ? seats : Math.floor(seats * likes)
    return {
      ...{ kind: 'course' as const, subjectId: course._id, coverFileId, seats, rules },
      title: course.name,
      venue: `${lesson.room} · 教练 ${lesson.coach}`,
      facility: facilityTold(course.facilityId),
      slot: lesson,
      ...peopleOf({ world, chance }, told, full),
    }
  })
}

function peopleOf({ world, chance }: Telling, told: LessonBooked | undefined, full: number) {
  const named = (told?.coming ?? []).map(world.who)
  const missed = (told?.missed ?? []).map(world.who)
  const waiting = (told?.waiting ?? []).map(world.who)
  const others = chance.sample(passersBy(world), Math.max(0, full - named.length - missed.length))
  return { coming: [...named, ...others], missed, waiting }
}

/** Courts of yesterday to the day after tomorrow: about two of five are taken. */
function courtsOf({ world, chance }: Telling, venue: VenueDocument): Booked[] {
  const today = world.calendar.now
  return [-1, 0, 1, 2].flatMap(days => {
    const slots = slotsOn(dayOf(today + days * DAY_MS), venue, [])
    return venue.units.flatMap(({ unitId, name }) =>
      slots.flatMap((slot, nth): Booked[] => {
        const told = courtsBooked.find(([unit, , on, at]) => unit === unitId && on === days && at === nth)
        if (!told && chance.next() > 0.4) return []
        const others = chance.sample(passersBy(world), 1)
        const { coverFileId, rules, place } = venue
        return [
          {
            ...{ kind: 'venue', subjectId: unitId, facility: venue, coverFileId, seats: 1, rules, slot },
            title: `${venue.name} · ${name}`,
            venue: place,
            coming: told ? [world.who(told[1])] : others,
            missed: [],
            waiting: told?.[4] === undefined ? [] : [world.who(told[4])],
          },
        ]
      }),
    )
  })
}

const sessionIdOf = ({ kind, subjectId, slot }: Booked) => slotSessionId(kind, subjectId, slot.startsAt)

function sessionOf({ world }: Telling, booked: Booked, places: readonly PlaceDocument[]): SessionDocument {
  const { kind, subjectId, title, venue, facility, coverFileId, seats, rules, slot, waiting } = booked
  const { now, minutesAgo } = world.calendar
  const isOver = slot.endsAt < now
  const held = places.filter(place => place.seats === 'held')
  const attended = held.filter(({ state }) => state === 'attended').length
  const tally = {
    bookings: held.length,
    guests: held.length,
    attendedBookings: attended,
    attendedGuests: attended,
  }
  const remindAt = slot.startsAt - DAY_MS
  return {
    ...newSession({
      ...{ _id: sessionIdOf(booked), kind, subjectId, title, venue, coverFileId },
      ...{ startsAt: slot.startsAt, endsAt: slot.endsAt },
      ...deadlinesOf(slot, rules),
      capacity: seats,
      partyMax: 1,
      fee: isOver ? 0 : rules.deposit,
      earns: null,
      hostScopeId: facility._id,
      doorCode: facility.doorCode,
      remindAt: remindAt > now ? remindAt : null,
      state: isOver ? 'closed' : 'open',
    }),
    taken: held.length,
    queueing: waiting.length > 0,
    queuedAt: minutesAgo(60),
    ...(isOver ? { tally } : {}),
  }
}

type Part = 'coming' | 'missed' | 'waiting'

function placesOf(telling: Telling, booked: Booked): PlaceDocument[] {
  const parts: Part[] = ['coming', 'missed', 'waiting']
  return parts.flatMap((part, nth) =>
    booked[part].map((employee, index) => placeOf(telling, booked, employee, part, nth * 30 + index)),
  )
}

function placeOf(
  { world, chance }: Telling,
  booked: Booked,
  employee: EmployeeDocument,
  part: Part,
  index: number,
): PlaceDocument {
  const { kind, subjectId, title, venue, rules, slot } = booked
  const { startsAt, endsAt } = slot
  const { now } = world.calendar
  const sessionId = sessionIdOf(booked)
  const joinedAt = Math.min(startsAt, now) - JOINED_MS + index * MINUTE_MS
  const long = chance.id(joinedAt).slice(-CODE_LENGTH)
  const isOver = endsAt < now
  const isWaiting = part === 'waiting'
  const came = isOver && part === 'coming'
  const [, key = ''] = /^demo-(.*)$/.exec(employee.openid) ?? []
  const words = appealsTold.find(([who]) => who === key && part === 'missed')?.[1]
  const joined = {
    action: isWaiting ? ('queue' as const) : ('join' as const),
    at: joinedAt,
    by: employee.name,
    note: null,
  }
  const end = came
    ? { action: 'attend' as const, at: startsAt, by: employee.name, note: null }
    : { action: 'miss' as const, at: endsAt + 12 * HOUR_MS, by: '系统', note: null }
  return {
    ...{ _id: `${sessionId}:${employee._id}`, sessionId, kind, subjectId, title, venue, startsAt, endsAt },
    employeeId: employee._id,
    revision: 0,
    listKey: sortKey(startsAt, sessionId),
    person: personOf(employee),
    state: isWaiting ? 'waiting' : isOver ? (came ? 'attended' : 'absent') : 'confirmed',
    turn: isWaiting ? 0 : 1,
    seats: isWaiting ? 'none' : 'held',
    party: 1,
    queueKey: chance.id(joinedAt),
    offerExpiresAt: null,
    reminded: startsAt - DAY_MS <= now,
    answers: [],
    guests: [],
    paid: !isOver && !isWaiting && deposited.includes(key) ? rules.deposit : 0,
    codes: [long, shortCodeOf(long)],
    trail: isOver ? [joined, end] : [joined],
    ...(words === undefined
      ? {}
      : { appeal: { words, at: Math.min(endsAt + 14 * HOUR_MS, now), answer: null } }),
  }
}

/** The deposit of a lesson that is still to come. */
function depositOf({ _id, turn, paid, employeeId, title, trail }: PlaceDocument): Deed[] {
  if (paid === 0) return []
  return [
    {
      kind: 'spend',
      reason: 'booking.deposit',
      amount: paid,
      at: trail[0]?.at ?? 0,
      employeeId,
      sourceId: `${_id}#${turn}`,
      title: `「${title}」押金`,
      subject: { kind: 'place', id: _id },
    },
  ]
}
