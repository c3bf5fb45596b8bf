import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import type { OpenDay } from '@/rooms/booking/centre/slotWords'
import { weekAround } from '@/rooms/booking/pages/book/choice'

const FIRST = startOfDay('2026-11-19')
const onAfter = (days: number) => dayOf(FIRST + days * DAY_MS)

const slot: OpenDay['slots'][number] = {
  ...{ startsAt: FIRST, endsAt: FIRST, closedBecause: null, capacity: 9, waiting: 0, mine: null },
  ...{ state: 'free', byCar: false, left: 9 },
}
const day = (days: number, state: 'free' | 'none' = 'free'): OpenDay => ({
  ...{ on: onAfter(days), sort: 'usual', note: null },
  spans: state === 'free' ? [{ fromMinute: 600, untilMinute: 660 }] : [],
  slots: state === 'free' ? [slot] : [],
})

/** Sixteen days, of which the eighth is closed. */
const days = Array.from({ length: 16 }, (_, index) => day(index, index === 7 ? 'none' : 'free'))

test.each([
  [0, [0, 6], undefined, 8],
  [6, [0, 6], undefined, 8],
  [8, [7, 13], 0, 14],
  [15, [14, 15], 8, undefined],
])(
  'day %i stands in the week of %j, beside those that begin at %p and %p',
  (at, [from, until], before, after) => {
    const shown = weekAround(days, onAfter(at))
    expect([shown.week[0]?.on, shown.week.at(-1)?.on]).toEqual([onAfter(from ?? 0), onAfter(until ?? 0)])
    const named = (on: number | undefined) => (on === undefined ? undefined : onAfter(on))
    expect([shown.before, shown.after]).toEqual([named(before), named(after)])
  },
)

test('a day that is not among them is looked at from the first week', () => {
  expect(weekAround(days, onAfter(-3)).week[0]?.on).toBe(onAfter(0))
})
