import { adviceOf, daysLookedAt } from '@domain/stats/advice'
import { proposeWindows, seeded, whyUnproposed } from '@domain/stats/adviser'
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

test('a window that is not proposed has a reason: too quiet, beside one that is, or no steady peak', () => {
  const curve = Array.from({ length: 48 }, (_slot, slot) => rhythm(40)(slot))
  const why = (fromMinute: number, toMinute: number, proposals = [EVENING]) =>
    whyUnproposed({ fromMinute, toMinute }, curve, proposals)
  expect(why(1_050, 1_170)).toBeNull()
  expect(why(600, 720)).toEqual({ because: 'quiet', times: 1 })
  expect(why(1_020, 1_170)?.because).toBe('near')
  expect(why(420, 540)?.because).toBe('unsteady')
  const peak = (from: number, to: number) =>
    whyUnproposed(
      { fromMinute: 420, toMinute: 540 },
      curve.map((visits, slot) => (slot >= from && slot < to ? 60 : inside(slot) ? 14 : visits)),
      [],
    )
  expect([peak(15, 16)?.because, peak(13, 20)?.because, peak(14, 18)?.because]).toEqual([
    'short',
    'long',
    'unsteady',
  ])
  expect(whyUnproposed(MORNING, Array(48).fill(3), [])).toBeNull()
})

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

describe('of two Happy Hours, each is measured since it runs itself', () => {
  const random = seeded(5)
  const isEvening = (slot: number) => slot >= 35 && slot < 39
  const busier = (morning: number, evening: number) => (slot: number) =>
    rhythm(40)(slot) * (!inside(slot) ? 1 : isEvening(slot) ? evening : morning)
  const days = [
    ...daysOf(56, '2019-01-07', busier(1, 1), random),
    ...daysOf(56, '2019-03-04', busier(1.4, 1), random),
    ...daysOf(35, '2019-04-29', busier(1.4, 1.4), random),
  ]
  const grounds = {
    over: '2019-06-03',
    since: '2019-03-04',
    running: [
      {
        ...{ ...MORNING, weekdays: WEEKDAYS, beside: [EVENING] },
        ...{ since: '2019-03-04', free: { from: '2019-01-07', until: '2019-03-04' } },
      },
      {
        ...{ ...EVENING, weekdays: WEEKDAYS, beside: [MORNING] },
        ...{ since: '2019-04-29', free: { from: '2019-01-07', until: '2019-04-29' } },
      },
    ],
  }

  it('the later one over the weeks before it, also those in which the earlier one ran', () => {
    const { running } = adviceOf({ ...grounds, days })
    expect(running).toMatchObject([
      { since: '2019-03-04', verdict: 'more', weeksBefore: 8, weeksAfter: 12 },
      { since: '2019-04-29', verdict: 'more', weeksBefore: 12, weeksAfter: 5 },
    ])
    for (const { uplift } of running) expect(uplift).toBeCloseTo(0.4, 1)
  })

  it('and nothing is told of days on which another ran at the same time, or of one that ran from the start', () => {
    const taken = (from: string) => grounds.running.map(hour => ({ ...hour, free: { ...hour.free, from } }))
    const running = taken('2019-04-20').map((hour, index) => (index === 0 ? { ...hour, since: null } : hour))
    expect(adviceOf({ ...grounds, days, running }).running).toMatchObject([
      { since: null, verdict: 'cannotTell', because: 'fewWeeks' },
      { verdict: 'cannotTell', because: 'fewWeeks' },
    ])
  })

  it('all of it out of days that are asked for once', () => {
    const asked = daysLookedAt(grounds)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toEqual(expect.arrayContaining(['2019-02-04', '2019-06-02', '2019-03-03']))
    expect(asked).not.toContain('2019-06-03')
  })
})

test('Student’s t is that of the tables', () => {
  expect(quantileT(0.95, 9)).toBeCloseTo(2.262, 3)
  expect(quantileT(0.99, 30)).toBeCloseTo(2.75, 2)
  expect(withinT(12.706, 1)).toBeCloseTo(0.95, 3)
})
