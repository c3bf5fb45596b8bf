import { dashboardOf } from '@domain/stats/dashboard'
import { standingOf } from '@domain/stats/days'
import { dayAfter, daysFrom } from '@domain/stats/events'
import type { DayFigures, MonthFigures } from '@domain/stats/figures'
import { monthOutOf } from '@domain/stats/months'
import { type Counted, type Range, spanOf } from '@domain/stats/spans'
import { tilesOf } from '@domain/stats/tiles'

const counted = (first: string, last: string, running = false): Counted => ({ first, last, running })
const long = counted('2018-11-06', '2019-08-31')
const lengthOf = ({ from, to }: Range) => daysFrom(from, to).length

test.each([
  ['a whole month with the first days of a longer one', '2019-02', ['2019-01-01', '2019-01-28']],
  ['one of 30 days with 30 of 31', '2019-04', ['2019-03-01', '2019-03-30']],
  ['one that is longer than the last with as many days before it', '2019-03', ['2019-01-29', '2019-02-28']],
])('compares as many days: %s', (_told, month, [from, to]) => {
  const { compared, comparison, wholeMonth } = spanOf({ span: 'month', on: `${month}-10` }, long)
  expect(compared?.before).toEqual({ from, to })
  expect(lengthOf(compared?.own as Range)).toBe(lengthOf({ from, to } as Range))
  expect([comparison.includes(' 比 '), wholeMonth]).toEqual([true, true])
})

test.each([
  ['today', '今天还没过完，不比', null],
  ['week', '8 月 14 日–19 日 比 8 月 7 日–12 日', { from: '2019-08-07', to: '2019-08-12' }],
  ['month', '8 月 1 日–19 日 比 7 月 1 日–19 日', { from: '2019-07-01', to: '2019-07-19' }],
  ['all', '不和别的时间比', null],
] as const)('leaves the day that is not over out of what is compared: %s', (span, comparison, before) => {
  const found = spanOf({ span }, counted('2018-11-06', '2019-08-20', true))
  expect(found).toMatchObject({ to: '2019-08-20', comparison, wholeMonth: false })
  expect(found.compared?.before ?? null).toEqual(before)
})

test('compares chosen days with as many before them, without the one that is not over', () => {
  const chosen = (from: string, on: string) =>
    spanOf({ span: 'range', from, on }, counted('2019-08-01', '2019-08-31', true))
  expect(chosen('2019-08-15', '2019-08-28')).toMatchObject({
    comparison: '8 月 15 日–28 日 比 8 月 1 日–14 日',
    compared: { before: { from: '2019-08-01', to: '2019-08-14' } },
  })
  expect(chosen('2019-08-18', '2019-08-31')).toMatchObject({
    compared: {
      own: { from: '2019-08-18', to: '2019-08-30' },
      before: { from: '2019-08-05', to: '2019-08-17' },
    },
  })
  expect(chosen('2019-08-14', '2019-08-28').compared).toBeNull()
  expect(chosen('2018-01-01', '2019-08-28')).toMatchObject({ from: '2019-08-01', compared: null })
})

test.each([
  ['a week', { span: 'week', on: '2018-11-18' }],
  ['the month after the first, which was not whole', { span: 'month', on: '2018-12-31' }],
  ['a month that began late', { span: 'month', on: '2018-11-30' }],
  ['a day', { span: 'today', on: '2018-11-10' }],
] as const)('compares with nothing where not all days before are counted: %s', (_told, asked) => {
  const { compared, comparison } = spanOf(asked, long)
  expect([compared, comparison]).toEqual([null, '之前没有同样多的天数，不比'])
})

/** Ten visits and one visitor a day; on the day that is not over two. */
function dayOf(on: string, visits = 10): DayFigures {
  return {
    ...{ _id: on, visits, visitors: 1, views: 0, actions: 0, likes: 0, byHalfHour: [], posts: 1 },
    ...{ postsPublished: 1, comments: 1, coinsEarned: 5, coinsSpent: 1, coinsNet: 4, redemptions: 1 },
    ...{ coinsGiven: 0, coinsTaken: 0 },
    ...{
      approvals: 1,
      approvalMinutes: [9],
      topics: [],
      associations: [],
      goods: [],
      ...standingOf(on, new Map()),
    },
    ...{
      visitors7: 5,
      visitors30: 20,
      eligible: 9,
      registered: 9,
      newlyRegistered: 0,
      coinsInCirculation: 4,
    },
  }
}
const monthOf = (_id: string, people: number) => ({ _id, retained: { of: 10, people } }) as MonthFigures

function changes(span: 'week' | 'month', on: string, known: Counted) {
  const found = spanOf({ span, on }, known)
  const days = daysFrom(found.from, found.to).map(day =>
    dayOf(day, known.running && day === known.last ? 2 : 10),
  )
  const { from, to } = found.compared?.before ?? { from: '2', to: '1' }
  const months = [monthOf('2019-01', 5), monthOf('2019-02', 6), monthOf('2019-03', 7)]
  const tiles = tilesOf({
    span: found,
    days,
    before: daysFrom(from, to).map(day => dayOf(day)),
    months: months.filter(({ _id }) => _id <= found.to.slice(0, 7)),
  })
  return Object.fromEntries(tiles.map(({ key, change, was, compared }) => [key, { change, was, compared }]))
}

test('a steady community has not changed: not by a longer month, nor by a day that is not over', () => {
  const march = changes('month', '2019-03-31', long)
  const running = changes('month', '2019-03-20', counted('2018-11-06', '2019-03-20', true))
  for (const tiles of [march, running])
    for (const key of ['visits', 'dailyVisits', 'posts', 'coinsEarned', 'approvals', 'dailyVisitors'])
      expect([key, tiles[key]?.change]).toEqual([key, 0])
  expect(march.dailyVisits?.was).toBe(10)
})

test('a month’s retention is held against that of the month before once the month is over', () => {
  expect(changes('month', '2019-03-31', long).monthRetention).toMatchObject({ compared: '比 2 月的' })
  expect(changes('month', '2019-03-31', long).monthRetention?.change).toBeCloseTo(0.1)
  for (const known of [counted('2018-11-06', '2019-03-20'), counted('2018-11-06', '2019-03-31', true)])
    expect(changes('month', known.last, known).monthRetention).toEqual({
      change: null,
      was: null,
      compared: '这个月还没过完，不比',
    })
})

test('who came within thirty days is compared where thirty days were counted before', () => {
  const at = (weeks: number) =>
    changes('week', '2019-03-31', counted(dayAfter('2019-03-31', -7 * weeks), '2019-03-31'))
  expect(at(3)).toMatchObject({ weeklyVisitors: { change: 0 }, monthlyVisitors: { change: null } })
  expect(at(3)).toMatchObject({ dailyVisitors: { change: 0 }, stickiness: { change: null } })
  expect(at(6)).toMatchObject({ monthlyVisitors: { change: 0 }, stickiness: { change: 0 } })
})

test('the day that is not over pulls no average down, and is counted in sums', () => {
  const span = spanOf({ span: 'week', on: '2019-03-20' }, counted('2018-11-06', '2019-03-20', true))
  const halfHours = (visits: number) => Array.from({ length: 48 }, (_, slot) => (slot === 16 ? visits : 0))
  const days = daysFrom(span.from, span.to).map(on => {
    const visits = on === span.to ? 2 : 10
    return { ...dayOf(on, visits), visitors: visits, byHalfHour: halfHours(visits) }
  })
  const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
  const view = dashboardOf({ span, days, before: [], months: [] }, setting)
  const shown = Object.fromEntries(view.tiles.map(({ key, value }) => [key, value]))
  expect(shown).toMatchObject({ dailyVisits: 10, dailyPosts: 1, dailyVisitors: 10, visits: 62, posts: 7 })
  expect(view.curve.average[16]).toBe(10)
  // Wednesday is the day that is not over: of it there is none.
  expect(view.rhythm.map(hours => hours[8])).toEqual([10, 10, 0, 10, 10, 10, 10])
  expect(view.comparison).toEqual({
    words: '3 月 14 日–19 日 比 3 月 7 日–12 日',
    before: '3 月 7 日–12 日',
  })
  const alone = spanOf({ span: 'today' }, counted('2018-11-06', '2019-03-20', true))
  const today = dashboardOf({ span: alone, days: days.slice(-1), before: [], months: [] }, setting)
  expect(today.tiles.find(({ key }) => key === 'dailyVisits')).toMatchObject({
    value: 2,
    denominator: '1 天',
  })
})

test('the whole time leaves the day that is not over out of its averages, too', () => {
  const span = spanOf({ span: 'all' }, counted('2019-03-11', '2019-03-20', true))
  const halfHours = (visits: number) => Array.from({ length: 48 }, (_, slot) => (slot === 16 ? visits : 0))
  const days = daysFrom(span.from, span.to).map(on => {
    const visits = on === span.to ? 2 : 10
    return { ...dayOf(on, visits), byHalfHour: halfHours(visits) }
  })
  const people = { visitors: 1, retained: { of: 0, people: 0 }, cohorts: [] }
  const months = [monthOutOf('2019-03', days, people)]
  const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
  const seen = (running: DayFigures | undefined) =>
    dashboardOf({ span, days: [], before: [], months, running }, setting)
  const view = seen(days.at(-1))
  const shown = Object.fromEntries(view.tiles.map(({ key, value }) => [key, value]))
  expect(shown).toMatchObject({ dailyVisits: 10, dailyPosts: 1, visits: 92 })
  expect(view.curve.average[16]).toBe(10)
  // Of the second Wednesday, which is not over, there is nothing.
  expect(view.rhythm.map(hours => hours[8])).toEqual(Array(7).fill(10))
  expect(view.months[0]).toMatchObject({ visits: 92, days: 10, running: { visits: 2, posts: 1 } })
  expect(seen(undefined).months[0]).toMatchObject({ running: null })
})
