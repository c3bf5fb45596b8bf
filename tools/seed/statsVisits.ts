import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { pseudonymOf } from '../../cloudfunctions/stats/pseudonym'
import type { BatchDocument } from '../../cloudfunctions/stats/store'
import { dayOf, MINUTE_MS, startOfDay, weekdayOf } from '../../domain/kernel/time'
import { daysOf, type RecordedEvent } from '../../domain/stats/events'
import type { Chance } from './chance'

/** When people look at it: on the bus, at noon, on the way home, on the sofa, and any time in between. */
const habits = [
  { share: 0.33, around: 8, spread: 0.65 },
  { share: 0.17, around: 12.5, spread: 0.24 },
  { share: 0.32, around: 18.5, spread: 0.65 },
  { share: 0.06, around: 21, spread: 0.9 },
  { share: 0.12, around: 14.5, spread: 3.2 },
] as const

/** How likely somebody comes on a working day: most nearly each day, some once a week. */
const eagerness = [0.95, 0.85, 0.9, 0.6, 0.8, 0.35, 0.9, 0.7, 0.15, 0.85]
const WEEKEND = 0.45
const THURSDAY = 1.08
/** One in so many has been away of late. */
const AWAY_EVERY = 16
const AWAY_DAYS = 12
const AGAIN = 0.35
/** And one in so many comes every other month. */
const LAPSING_EVERY = 13

interface Day {
  on: string
  /** Its place among all, and how many days there are from it to the last one. */
  age: number
  left: number
}

/** Visits of one day by those who are registered, as the batches that told of them. */
export function batchesOn(
  { on, age, left }: Day,
  people: readonly EmployeeDocument[],
  now: number,
  chance: Chance,
): BatchDocument[] {
  const weekday = weekdayOf(startOfDay(on))
  const lively = (0.8 + 0.2 * age) * (weekday > 5 ? WEEKEND : weekday === 4 ? THURSDAY : 1)
  return people.flatMap((person, index) => {
    const isAway =
      (index % AWAY_EVERY === AWAY_EVERY - 1 && left < AWAY_DAYS) ||
      (index % LAPSING_EVERY === 1 && (Number(on.slice(5, 7)) + index) % 2 === 0)
    const likely = isAway ? 0 : (eagerness[index % eagerness.length] as number) * lively
    const times = chance.next() < likely ? (chance.next() < AGAIN ? 2 : 1) : 0
    return Array.from({ length: times }, (_, time) => ({ time, at: momentOn(on, chance) }))
      .filter(({ at }) => at <= now)
      .map(({ time, at }) => batchOf(person, `${on}-${index}-${time}`, at, chance))
  })
}

/** The same of those who registered meanwhile: from their first visit on, on which they registered. */
export function batchesOfNew(
  day: Day,
  people: readonly EmployeeDocument[],
  now: number,
  chance: Chance,
): BatchDocument[] {
  const byName = new Map(people.map(person => [pseudonymOf(person._id), person.boundAt ?? now]))
  const again = batchesOn(day, people, now, chance).filter(
    ({ who, receivedAt }) => receivedAt > (byName.get(who) ?? now),
  )
  const first = people
    .filter(({ boundAt }) => boundAt !== null && dayOf(boundAt) === day.on)
    .map(person => batchOf(person, `${day.on}-first`, person.boundAt ?? now, chance))
  return [...first, ...again]
}

function momentOn(on: string, chance: Chance): number {
  let drawn = chance.next()
  const habit = habits.find(({ share }) => {
    drawn -= share
    return drawn < 0
  })
  const { around, spread } = habit ?? habits[0]
  // The sum of three draws falls like a bell.
  const bell = (chance.next() + chance.next() + chance.next() - 1.5) * 2
  const hour = Math.min(23.9, Math.max(5.5, around + spread * bell))
  return startOfDay(on) + Math.floor(hour * 60) * MINUTE_MS
}

function batchOf(person: EmployeeDocument, id: string, at: number, chance: Chance): BatchDocument {
  const who = pseudonymOf(person._id)
  const events: RecordedEvent[] = [
    { kind: 'visit', what: 'pages/home', number: 0, at },
    { kind: 'view', what: 'pages/fun', number: 1, at: at + 2_000 },
    { kind: 'view', what: 'forum/post', number: 2, at: at + 20_000 },
  ]
  if (chance.next() < 0.3) events.push({ kind: 'action', what: 'forum.likePost', number: 3, at: at + 40_000 })
  const days = daysOf(events)
  const receivedAt = at + MINUTE_MS
  return {
    _id: `${who}.${id}`,
    who,
    department: person.department,
    visitId: `visit-${id}`,
    events,
    days,
    rolled: true,
    receivedAt,
  }
}
