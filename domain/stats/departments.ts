import type { DashboardView, TileView } from './contract'
import type { RosterRow } from './days'
import { type DayDepartments, GROUP_MIN, SMALL_GROUPS, share, sumOf } from './figures'
import type { DayTraffic } from './rollUp'
import type { Span } from './spans'
import { notCompared } from './tileGround'

type Row = DayDepartments['departments'][number]

interface Placed {
  department: string
}

/** The roster by departments: those who are on it, and those of them who have registered. */
export function rosterRows(eligible: readonly Placed[], registered: readonly Placed[]): RosterRow[] {
  const counted = (list: readonly Placed[]) => {
    const counts = new Map<string, number>()
    for (const { department } of list) counts.set(department, (counts.get(department) ?? 0) + 1)
    return counts
  }
  const [all, bound] = [counted(eligible), counted(registered)]
  return [...all].map(([name, count]) => ({ name, eligible: count, registered: bound.get(name) ?? 0 }))
}

/** A day by departments, as they may be shown. A department may have lost its last colleague, but not what was done in it. */
export function departmentsOn(roster: readonly RosterRow[], traffic: Pick<DayTraffic, 'departments'>): Row[] {
  const none = { visits: 0, visitors: 0, views: 0, actions: 0, likes: 0 }
  const names = new Set([...roster, ...traffic.departments].map(({ name }) => name))
  const rows = [...names].map(name => ({
    ...(roster.find(row => row.name === name) ?? { eligible: 0, registered: 0 }),
    ...(traffic.departments.find(row => row.name === name) ?? none),
    name,
  }))
  return shownDepartments(rows)
}

/**
 * The departments of a day as they may be shown, the largest first. Where fewer than five people are registered, what was
 * done is what one of them did: such departments stand together. Where they are still fewer than five, the smallest of
 * the others joins them: what is left out could be told from the whole company less the rest. So could the traffic of
 * people who left on that day, whom nobody counts as registered at its end.
 */
export function shownDepartments(rows: readonly Row[]): Row[] {
  const sorted = [...rows].sort((a, b) => b.eligible - a.eligible)
  const small = sorted.filter(({ registered }) => registered < GROUP_MIN)
  const large = sorted.filter(({ registered }) => registered >= GROUP_MIN)
  const registered = () => sumOf(small, row => row.registered)
  const isTelling = small.some(row => row.registered > 0 || row.visitors > 0)
  while (isTelling && registered() < GROUP_MIN && large.length > 0) {
    const smallest = large.reduce((least, row) => (row.registered < least.registered ? row : least))
    small.push(...large.splice(large.indexOf(smallest), 1))
  }
  return registered() < GROUP_MIN ? large : [...large, togetherOf(small)]
}

function togetherOf(rows: readonly Row[]): Row {
  const total = (value: (row: Row) => number) => sumOf(rows, value)
  return {
    name: SMALL_GROUPS,
    eligible: total(row => row.eligible),
    registered: total(row => row.registered),
    visits: total(row => row.visits),
    visitors: total(row => row.visitors),
    views: total(row => row.views),
    actions: total(row => row.actions),
    likes: total(row => row.likes),
  }
}

/**
 * What one department may be shown of: how many came, and how many of its people are registered.
 * @param whole of the days that are over, for what is an average
 */
export function departmentTiles(span: Span, rows: readonly Row[], whole: readonly Row[]): TileView[] {
  const last = rows.at(-1)
  const days = whole.length
  const tile = (
    key: string,
    name: string,
    value: number | null,
    words: [note: string, definition: string, denominator: string],
  ): TileView => ({
    key,
    name,
    unit: 'count',
    value,
    change: null,
    note: words[0],
    definition: words[1],
    denominator: words[2],
    window: span.title,
    compared: notCompared.words,
  })
  const total = (value: (row: Row) => number) => sumOf(rows, value)
  return [
    tile(
      'dailyVisits',
      '日均访问',
      share(
        sumOf(whole, row => row.visits),
        days,
      ),
      [
        '半小时内算同一次',
        '这个部门的同事开始的访问，除以天数，还没过完的今天不算。部门以访问那天的名单为准。',
        `${days} 天`,
      ],
    ),
    tile(
      'dailyVisitors',
      '日活',
      share(
        sumOf(whole, row => row.visitors),
        days,
      ),
      ['平均每天来的人', '这个部门每天来过的人，取平均，还没过完的今天不算。', `${days} 天`],
    ),
    tile('registered', '注册员工', last?.registered ?? null, [
      `在册 ${last?.eligible ?? 0} 人`,
      '最后一天结束时绑定了微信的在册员工。注册不到 5 个人的部门并在一起，仍不到 5 个人就不显示。',
      `在册员工 ${last?.eligible ?? 0} 人`,
    ]),
    tile(
      'likes',
      '赞',
      total(row => row.likes),
      ['这段时间合计', '点赞的次数，收回的不减。', '不除'],
    ),
  ]
}

/** The page of figures with what a single department may not be told apart in left out. */
export function onlyTiles(view: DashboardView, department: string, tiles: TileView[]): DashboardView {
  const none = { retention: [], cohorts: [], funnel: [], lifecycle: [], months: [], rhythm: [] }
  return {
    ...view,
    ...none,
    topics: [],
    associations: [],
    goods: [],
    curve: { average: [], before: null, happyHours: [], busiest: [] },
    tiles,
    department,
  }
}
