import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '@domain/kernel/time'
import type { AdviserView, DashboardAsked, DashboardView } from '@domain/stats/contract'
import { dayAfter, daysFrom } from '@domain/stats/events'
import { chanceOf } from '../../../tools/seed/chance'
import {
  days,
  FIRST,
  HAPPY_SINCE,
  LAST,
  MONTHS,
  NOW,
  POSTS,
  POSTS_STANDING,
  REGISTERED,
  VISITS,
} from '../../../tools/seed/volvo2019/calendar'
import { countUp } from '../../../tools/seed/volvo2019/count'
import { OPS, rosterOf } from '../../../tools/seed/volvo2019/people'
import { unionOf } from '../../../tools/seed/volvo2019/union'
import { seedVolvo2019 } from '../../../tools/seed/volvo2019/world'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'

// Ten months are counted before the first test of the page.
jest.setTimeout(400_000)

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

/** Of the brief's visits one in five: each is a document, and the time goes there. All else is as many as the brief says. */
const VISITS_HERE = VISITS / 5

describe('the page over ten months, as the timer has counted them', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ clock: NOW.toISOString() })
    await seedVolvo2019(cloud.engine, { visits: VISITS_HERE })
    await countUp(cloud.url)
  })
  afterAll(() => cloud.close())

  const open = async (asked: DashboardAsked) =>
    expectData(await cloud.call<DashboardView>(OPS, 'stats.openDashboard', asked))
  const tilesOf = ({ tiles }: DashboardView) =>
    Object.fromEntries(tiles.map(({ key, value }) => [key, value === null ? null : Math.round(value)]))

  test('says what the brief says, and of visits a fifth', async () => {
    expect([VISITS / MONTHS, POSTS_STANDING / MONTHS]).toEqual([30_028, 2_288])
    expect(tilesOf(await open({ span: 'all' }))).toMatchObject({
      registered: REGISTERED,
      allPosts: POSTS,
      monthlyPosts: 2_288,
      dailyPosts: 77,
      monthlyVisits: Math.round(30_028 / 5),
      dailyVisits: Math.round(1_008 / 5),
    })
    const counted = await cloud.dump<{ _id: string; visits: number; posts: number }>('stats_daily')
    expect(counted.map(({ _id }) => _id).sort()).toEqual(days)
    expect(counted.reduce((sum, { visits }) => sum + visits, 0)).toBe(VISITS_HERE)
    expect(counted.reduce((sum, { posts }) => sum + posts, 0)).toBe(POSTS_STANDING)
  })

  test('the adviser finds both windows in the days before Happy Hour, and what they brought since', async () => {
    const advice = expectData(await cloud.call<AdviserView>(OPS, 'stats.openAdviser'))
    expect(advice.since).toBe(HAPPY_SINCE)
    expect(advice.proposals).toMatchObject([
      { fromMinute: 420, toMinute: 540, running: true },
      { fromMinute: 1_050, toMinute: 1_170, running: true },
    ])
    expect(advice.running).toHaveLength(2)
    for (const { verdict, uplift } of advice.running) {
      expect(verdict).toBe('more')
      // Chance moves it a little; the world was made with two fifths more.
      expect(Math.abs((uplift ?? 0) - 0.4)).toBeLessThan(0.1)
    }
  })

  test('it costs three requests at most, those of a department three, and a year more changes neither that nor what it says', async () => {
    const [department] = (await open({ span: 'month' })).departments
    const spans: DashboardAsked[] = [
      { span: 'today' },
      { span: 'week' },
      { span: 'month' },
      { span: 'range', from: dayAfter(LAST, -61), on: LAST },
      { span: 'month', department },
      { span: 'range', from: dayAfter(LAST, -61), on: LAST, department },
    ]
    const page = async (asked: DashboardAsked) => {
      // The months that there are stand on the page whatever its span is.
      const { months: _months, ...shown } = await open(asked)
      const requests = (await cloud.log('stats.openDashboard')).at(-1)?.databaseRequests.length
      return { requests, shown }
    }
    const all = async () => {
      const pages = []
      for (const asked of spans) pages.push(await page(asked))
      return pages
    }
    const before = await all()
    expect(before.map(({ requests }) => requests)).toEqual([2, 2, 2, 2, 3, 3])
    for (const collection of ['stats_daily', 'stats_departments']) {
      const stored = (await cloud.dump(collection)).find(({ _id }) => _id === LAST)
      const year = daysFrom(dayAfter(FIRST, -365), dayAfter(FIRST, -1)).map(_id => ({ ...stored, _id }))
      await cloud.engine.insertMany(collection, year)
    }
    expect(await all()).toEqual(before)
    expect((await page({ span: 'all' })).requests).toBe(1)
  })
})
