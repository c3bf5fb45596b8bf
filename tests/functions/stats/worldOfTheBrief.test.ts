import { deliveredRules } from '@domain/coin/rules'
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '@domain/kernel/time'
import { adviceOf } from '@domain/stats/advice'
import { developmentCodeKey } from '../../../tools/local-cloud/functions/environment'
import { chanceOf } from '../../../tools/seed/chance'
import {
  days,
  FIRST,
  HAPPY_SINCE,
  LAST,
  NOW,
  POSTS,
  POSTS_STANDING,
  sharedOut,
  VISITS,
} from '../../../tools/seed/volvo2019/calendar'
import { drawing, OPS, rosterOf } from '../../../tools/seed/volvo2019/people'
import { unionOf } from '../../../tools/seed/volvo2019/union'
import { visitsOf } from '../../../tools/seed/volvo2019/visits'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'

/** When visits began, without the roll-up: that is proved elsewhere and takes its time over a year. */
function halfHoursOf(on: string, batches: readonly { events: readonly { at: number }[] }[]): number[] {
  const from = startOfDay(on)
  const counts = Array<number>(48).fill(0)
  for (const { events } of batches) {
    const slot = Math.floor(((events[0]?.at ?? from) - from) / 1_800_000)
    counts[slot] = (counts[slot] ?? 0) + 1
  }
  return counts
}

test('the brief’s figures agree with each other in the reading that the tiles use', () => {
  const months = new Set(days.map(on => on.slice(0, 7))).size
  expect([days[0], days.at(-1), days.length, months]).toEqual([FIRST, LAST, 298, 10])
  expect(VISITS / months).toBe(30_028)
  expect(Math.round(VISITS / days.length)).toBe(1_008)
  expect(POSTS_STANDING / months).toBe(2_288)
  expect(Math.round(POSTS_STANDING / days.length)).toBe(77)
  expect(POSTS).toBe(24_238)
  expect(sharedOut(10, [1, 1, 1])).toEqual([4, 3, 3])
})

test('the adviser finds both windows in the visits before Happy Hour, and what they brought since', () => {
  process.env.STATS_KEY ??= developmentCodeKey
  const chance = chanceOf(2019)
  const roster = rosterOf(chance)
  const counted = [...visitsOf(roster, drawing(roster, chance), chance, 60_000)].map((batches, index) => {
    const on = days[index] as string
    return { on, byHalfHour: halfHoursOf(on, batches) }
  })
  expect(counted.flatMap(({ byHalfHour }) => byHalfHour).reduce((sum, visits) => sum + visits, 0)).toBe(
    60_000,
  )
  const advice = adviceOf({
    days: counted,
    over: LAST,
    running: deliveredRules.happyHours.map(hour => ({
      ...hour,
      since: HAPPY_SINCE,
      free: { from: FIRST, until: HAPPY_SINCE },
      beside: deliveredRules.happyHours,
    })),
    since: HAPPY_SINCE,
  })
  expect(advice.proposals).toMatchObject([
    { fromMinute: 420, toMinute: 540, running: true },
    { fromMinute: 1_050, toMinute: 1_170, running: true },
  ])
  for (const { verdict, low, high } of advice.running) {
    expect(verdict).toBe('more')
    expect(low).toBeLessThan(0.4)
    expect(high).toBeGreaterThan(0.4)
  }
})

test('colleagues join its associations, and each of their presidents answers by day, within some days', () => {
  const roster = rosterOf(chanceOf(2019))
  const { associations, memberships } = unionOf(roster, chanceOf(2021))
  const decided = memberships.flatMap(({ appliedAt, decidedKey }) =>
    decidedKey === null ? [] : [{ appliedAt, at: Number.parseFloat(decidedKey) }],
  )
  expect(decided.length).toBeGreaterThan(2_500)
  for (const { appliedAt, at } of decided) {
    expect(at).toBeGreaterThan(appliedAt)
    expect(at - appliedAt).toBeLessThan(4 * DAY_MS)
    expect(at).toBeLessThanOrEqual(NOW.getTime())
    expect((at - startOfDay(dayOf(at))) / HOUR_MS).toBeGreaterThanOrEqual(7)
  }
  const boundAt = new Map(roster.map(employee => [employee._id, employee.boundAt]))
  for (const { appliedAt, employeeId, associationId, state } of memberships) {
    expect(boundAt.get(employeeId) ?? Infinity).toBeLessThanOrEqual(appliedAt)
    if (state === 'pending') expect(NOW.getTime() - appliedAt).toBeLessThan(4 * DAY_MS)
    expect(associations.some(({ _id }) => _id === associationId)).toBe(true)
  }
  expect(unionOf(roster, chanceOf(2021))).toEqual({ associations, memberships })
})

describe('the page over years of figures', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ clock: `${LAST}T23:30:00+08:00` })
  })
  afterAll(() => cloud.close())

  it('costs three requests, and no more with a year more of days', async () => {
    await cloud.engine.insertMany(
      'identity_employees',
      rosterOf(chanceOf(1))
        .slice(0, 1)
        .map(one => ({ ...one })),
    )
    const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
    await cloud.engine.insertMany('stats_progress', [
      { _id: 'rollUp', version: 0, first: LAST, next: LAST, recountedOn: LAST, last: null, setting },
    ])
    await cloud.timer('stats', 'rollUp')
    const cost = async () => {
      expectData(await cloud.call(OPS, 'stats.openDashboard', { span: 'month' }))
      return (await cloud.log('stats.openDashboard')).at(-1)?.databaseRequests.length ?? 0
    }
    const before = await cost()
    const day = (await cloud.dump('stats_daily')).find(({ _id }) => _id === LAST)
    const year = Array.from({ length: 365 }, (_, index) => ({
      ...day,
      _id: new Date(Date.parse('2018-08-31') + index * 86_400_000).toISOString().slice(0, 10),
    }))
    await cloud.engine.insertMany('stats_daily', year)
    expect([before, await cost()]).toEqual([2, 2])
  })
})
