import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import type { DashboardView } from '@domain/stats/contract'
import { daysFrom } from '@domain/stats/events'
import { type DayDepartments, median, SMALL_GROUPS } from '@domain/stats/figures'
import { seededRandom } from '../../../tools/local-cloud/state/seededRandom'
import { expectData } from '../../support/expectError'
import { places } from '../../support/livedFates'
import { keptIn, Recount, toldBy } from '../../support/livedRecount'
import { type LivedWorld, live, type Plan, roll } from '../../support/livedWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { people } from '../../support/people'

// Weeks are lived and counted before the first test.
jest.setTimeout(180_000)

type Row = Record<string, unknown>

/** Of this one the worlds are drawn: another one gives others. */
const SEED = Number(process.env.WORLD_SEED ?? 20_190_831)
const random = seededRandom(SEED)
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
/** The second one is longer than the timer counts anew. */
const worlds = Array.from(
  { length: 4 },
  (_, index): Plan => ({
    seed: between(1, 1e6),
    endOf: ['2025-12', '2026-01', '2026-02'][between(0, 2)] as string,
    before: index === 1 ? 32 : between(5, 9),
    after: between(3, 8),
    rolls: between(2, 8),
  }),
)
console.log(`WORLD_SEED=${SEED}`)

describe.each(worlds)('a world of its own, seed $seed', plan => {
  let cloud: TestCloud
  let world: LivedWorld
  let truth: Recount
  let days: string[]

  beforeAll(async () => {
    cloud = await startTestCloud({ clock: `${plan.endOf}-01T00:00:00+08:00` })
    world = await live(cloud, plan)
    const moments = [...toldBy(world), ...(await keptIn(cloud))]
    truth = new Recount(moments, world)
    const begins = [...world.since.values(), ...toldBy(world).map(({ at }) => at)]
    days = daysFrom(dayOf(Math.min(...begins)), world.last)
  })
  afterAll(() => cloud.close())

  const byId = <T extends { _id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a._id < b._id ? -1 : 1))

  test('every figure of every day is what counting its moments gives', async () => {
    const counted = byId(await cloud.dump<{ _id: string }>('stats_daily'))
    expect(counted.map(({ _id }) => _id)).toEqual(days)
    for (const day of counted) {
      const { topics: _topics, associations: _associations, goods: _goods, ...figures } = day as Row
      const approvalMinutes = [...(figures.approvalMinutes as number[])].sort((a, b) => a - b)
      expect({ ...figures, approvalMinutes }).toEqual(truth.day(day._id))
    }
  })

  test('so are the departments, by the roster as it was when the day was over, whoever has left or moved since', async () => {
    const counted = byId(await cloud.dump<DayDepartments>('stats_departments'))
    expect(counted.map(({ _id }) => _id)).toEqual(days)
    for (const { _id, departments } of counted) {
      const alone = departments.filter(({ name }) => name !== SMALL_GROUPS)
      for (const row of alone) expect(row).toEqual({ name: row.name, ...truth.department(_id, row.name) })
      for (const { registered } of departments) expect(registered).toBeGreaterThanOrEqual(5)
      const [whole] = departments.filter(({ name }) => name === SMALL_GROUPS)
      if (whole && alone.length === 0) {
        // Whoever came in both departments that stand together is one of each.
        const { visitors: _all, ...rest } = truth.department(_id)
        expect(whole).toMatchObject(rest)
      }
    }
    expect(
      counted
        .at(-1)
        ?.departments.map(({ name }) => name)
        .sort(),
    ).toEqual([...places].sort())
  })

  test('so is every hour, and an hour in which nothing happened has no document', async () => {
    const all = days.flatMap(on =>
      Array.from({ length: 24 }, (_, hour) => truth.hour(`${on}T${String(hour).padStart(2, '0')}`)),
    )
    expect(byId(await cloud.dump<{ _id: string }>('stats_hourly'))).toEqual(
      all.filter(({ visits, views, actions }) => visits + views + actions > 0),
    )
  })

  test('so are the months, with who came again of the month before and of each that registered', async () => {
    const months = [...new Set(days.map(on => on.slice(0, 7)))]
    const bounds = (month: string) => {
      const own = days.filter(on => on.startsWith(month))
      return [startOfDay(own[0] as string), startOfDay(own.at(-1) as string) + DAY_MS] as const
    }
    const counted = byId(await cloud.dump<{ _id: string } & Row>('stats_monthly'))
    expect(counted.map(({ _id }) => _id)).toEqual(months)
    for (const [index, month] of counted.entries()) {
      const here = truth.came(...bounds(month._id))
      const part = (group: Iterable<string>) => {
        const all = [...group]
        return { of: all.length, people: all.filter(who => here.has(who)).length }
      }
      const earlier = months.slice(0, index)
      expect(month).toMatchObject({
        ...truth.sums(...bounds(month._id)),
        approvalMinutes: median(truth.minutes(...bounds(month._id))),
        retained: part(earlier.length === 0 ? [] : truth.came(...bounds(earlier.at(-1) as string))),
        cohorts: earlier
          .map(before => ({ month: before, ...part(truth.registered(...bounds(before))) }))
          .reverse(),
      })
    }
  })

  test('and so is the page, over days that end in one month and begin in another', async () => {
    const range = { from: days.at(-9) as string, on: days.at(-2) as string }
    const view = expectData(
      await cloud.call<DashboardView>(people.ning.openid, 'stats.openDashboard', { span: 'range', ...range }),
    )
    const [from, to] = [startOfDay(range.from), startOfDay(range.on) + DAY_MS]
    const sums = truth.sums(from, to)
    const daily = daysFrom(range.from, range.on).map(
      on => truth.came(startOfDay(on), startOfDay(on) + DAY_MS).size,
    )
    const dailyVisitors = daily.reduce((sum, count) => sum + count, 0) / daily.length
    const monthlyVisitors = truth.came(to - 30 * DAY_MS, to).size
    expect(Object.fromEntries(view.tiles.map(({ key, value }) => [key, value]))).toMatchObject({
      ...{ visits: sums.visits, posts: sums.posts, comments: sums.comments, likes: sums.likes },
      ...{ coinsEarned: sums.coinsEarned, coinsSpent: sums.coinsSpent, redemptions: sums.redemptions },
      ...{
        registered: sums.registered,
        approvals: sums.approvals,
        coinsInCirculation: sums.coinsInCirculation,
      },
      ...{ dailyVisits: sums.visits / daily.length, dailyPosts: sums.posts / daily.length },
      ...{ dailyVisitors, monthlyVisitors, weeklyVisitors: truth.came(to - 7 * DAY_MS, to).size },
      stickiness: monthlyVisitors === 0 ? null : dailyVisitors / monthlyVisitors,
    })
    const parts = view.tiles.find(({ key }) => key === 'coinsInCirculation')?.parts ?? []
    const part = (name: string) => parts.find(one => one.name === name)?.value ?? 0
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(sums.coinsInCirculation)
    expect([part('这段时间之前'), part('手工发放'), part('手工收回和离职清零')]).toEqual([
      truth.sums(0, from).coinsInCirculation,
      sums.coinsGiven,
      0 - sums.coinsTaken,
    ])
  })

  test('the timer that runs once more changes nothing', async () => {
    const kept = () =>
      Promise.all(['stats_daily', 'stats_hourly', 'stats_monthly'].map(name => cloud.dump(name)))
    const before = await kept()
    await roll(cloud)
    expect(await kept()).toEqual(before)
  })
})
