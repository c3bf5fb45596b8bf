import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { pseudonymOf } from '../../../cloudfunctions/stats/pseudonym'
import type { BatchDocument } from '../../../cloudfunctions/stats/store'
import { MINUTE_MS, startOfDay } from '../../../domain/kernel/time'
import { daysOf, type RecordedEvent } from '../../../domain/stats/events'
import type { Chance } from '../chance'
import { days, livelinessOf, rhythmOf, sharedOut, VISITS } from './calendar'

type Draw = (registered: number) => EmployeeDocument

const READ = 0.62
const LIKED = 0.2

/** Every visit of the world as the batch that told of it, day by day: 300,280 of them. */
export function* visitsOf(
  roster: readonly EmployeeDocument[],
  draw: Draw,
  chance: Chance,
  total = VISITS,
): Generator<BatchDocument[]> {
  const names = new Map(roster.map(({ _id }) => [_id, pseudonymOf(_id)]))
  const perDay = sharedOut(total, days.map(livelinessOf))
  for (const [index, on] of days.entries()) {
    const registered = registeredBefore(roster, startOfDay(on) + 24 * 60 * MINUTE_MS)
    yield slotsOf(on, perDay[index] as number, chance).map((at, number) =>
      batchOf({ at, person: draw(registered), id: `${on}-${number}` }, names, chance),
    )
  }
}

/** They stand in the order in which they registered, the one who looks at figures first. */
export function registeredBefore(roster: readonly EmployeeDocument[], end: number): number {
  const first = roster.findIndex(({ boundAt }) => boundAt === null || boundAt >= end)
  return first === -1 ? roster.length : Math.max(1, first)
}

function slotsOf(on: string, visits: number, chance: Chance): number[] {
  const rhythm = rhythmOf(on)
  const sums: number[] = []
  rhythm.reduce((sum, weight, slot) => {
    sums[slot] = sum + weight
    return sums[slot] as number
  }, 0)
  const all = sums.at(-1) as number
  return Array.from({ length: visits }, () => {
    const drawn = chance.next() * all
    const slot = sums.findIndex(sum => drawn < sum)
    return startOfDay(on) + (slot * 30 + chance.next() * 29) * MINUTE_MS
  })
    .map(Math.floor)
    .sort((a, b) => a - b)
}

interface Visit {
  at: number
  person: EmployeeDocument
  id: string
}

function batchOf(
  { at, person, id }: Visit,
  names: ReadonlyMap<string, string>,
  chance: Chance,
): BatchDocument {
  const events: RecordedEvent[] = [
    { kind: 'visit', what: 'pages/home', number: 0, at },
    { kind: 'view', what: 'pages/home', number: 1, at: at + 900 },
  ]
  if (chance.next() < READ) events.push({ kind: 'view', what: 'forum/post', number: 2, at: at + 20_000 })
  if (chance.next() < LIKED)
    events.push({ kind: 'action', what: 'forum.likePost', number: 3, at: at + 45_000 })
  const who = names.get(person._id) as string
  return {
    _id: `${who}.${id}`,
    who,
    department: person.department,
    visitId: `visit-${id}`,
    events,
    days: daysOf(events),
    // There is no timer's note to take of any of them: counting begins at the first day.
    rolled: true,
    receivedAt: at + 60_000,
  }
}
