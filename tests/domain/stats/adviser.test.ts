import { proposeWindows, seeded } from '@domain/stats/adviser'
import { dayAfter } from '@domain/stats/events'
import { quantileT, withinT } from '@domain/stats/student'
import { measureUplift } from '@domain/stats/uplift'
import fc from 'fast-check'

const MORNING = { fromMinute: 420, toMinute: 540 }
const EVENING = { fromMinute: 1050, toMinute: 1170 }
const inside = (slot: number) => (slot >= 14 && slot < 18) || (slot >= 35 && slot < 39)

/** Visits with chance's own scatter: about as many as `mean`, give or take its root. */
function scattered(mean: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random())
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
}

function daysOf(count: number, from: string, meanOf: (slot: number) => number, random: () => number) {
  return Array.from({ length: count }, (_, index) => ({
    on: dayAfter(from, index),
    byHalfHour: Array.from({ length: 48 }, (_slot, slot) => scattered(meanOf(slot), random)),
  }))
}

const rhythm = (peak: number) => (slot: number) => (slot < 13 ? 2 : inside(slot) ? peak : 14)
const flat = (slot: number) => (slot < 13 ? 2 : 20)
/** Nobody comes outside of one window, and in it always as many. */
const alike = Array.from({ length: 20 }, (_, index) => ({
  on: dayAfter('2019-01-07', index),
  byHalfHour: Array.from({ length: 48 }, (_slot, slot) => (slot >= 14 && slot < 18 ? 30 : 0)),
}))
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

test('finds both peaks of a day by itself, to the half hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), seed => {
      const days = daysOf(56, '2019-01-07', rhythm(40), seeded(seed)).map(day => day.byHalfHour)
      const { proposals } = proposeWindows(days)
      expect(proposals).toMatchObject([MORNING, EVENING])
      expect(proposals.every(({ sureness }) => sureness >= 0.8)).toBe(true)
    }),
    { numRuns: 15 },
  )
})

test.each([
  ['fewDays', daysOf(13, '2019-01-07', rhythm(40), seeded(3))],
  ['fewVisits', daysOf(20, '2019-01-07', () => 0.5, seeded(3))],
  ['noPeak', daysOf(56, '2019-01-07', flat, seeded(3))],
  ['noPeak', alike],
])('says %s instead of guessing', (because, days) => {
  expect(proposeWindows(days.map(day => day.byHalfHour))).toEqual({ proposals: [], because })
})

describe('the uplift of a running Happy Hour', () => {
  const measured = (times: number, seed: number, weeks = 8) => {
    const random = seeded(seed)
    const busier = (slot: number) => rhythm(40)(slot) * (inside(slot) ? times : 1)
    const before = daysOf(56, '2019-01-07', rhythm(40), random)
    // The whole community grows by a quarter meanwhile, which is nobody's merit.
    const after = daysOf(weeks * 7, '2019-03-04', slot => 1.25 * busier(slot), random)
    return measureUplift(MORNING, [EVENING], { before, after }, WEEKDAYS)
  }

  it('lies within its interval about as often as it says', () => {
    const held = Array.from({ length: 200 }, (_, seed) => measured(1.4, seed + 1)).filter(
      one => 'low' in one && one.low <= 0.4 && 0.4 <= one.high,
    )
    expect(held.length).toBeGreaterThanOrEqual(182)
    expect(held.length).toBeLessThanOrEqual(199)
  })

  it('is no uplift where only the whole day grew', () => {
    const told = Array.from({ length: 200 }, (_, seed) => measured(1, seed + 1)).filter(
      ({ verdict }) => verdict !== 'cannotTell',
    )
    expect(told.length).toBeLessThanOrEqual(18)
  })

  it('is told with its interval where it is plain', () => {
    expect(measured(1.4, 7)).toMatchObject({ verdict: 'more', weeksBefore: 8, weeksAfter: 8 })
  })

  it('can’t be told from three weeks, or from a handful of visits', () => {
    expect(measured(1.4, 7, 3)).toEqual({ verdict: 'cannotTell', because: 'fewWeeks' })
    const few = daysOf(56, '2019-01-07', slot => (slot === 3 ? 9 : 0.02), seeded(1))
    const sides = { before: few, after: few }
    expect(measureUplift(MORNING, [], sides, WEEKDAYS)).toEqual({
      verdict: 'cannotTell',
      because: 'fewVisits',
    })
  })
})

test('Student’s t is that of the tables', () => {
  expect(quantileT(0.95, 9)).toBeCloseTo(2.262, 3)
  expect(quantileT(0.99, 30)).toBeCloseTo(2.75, 2)
  expect(withinT(12.706, 1)).toBeCloseTo(0.95, 3)
})
