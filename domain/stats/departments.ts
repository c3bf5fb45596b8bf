import type { DashboardView, TileView } from './contract'
import { type DayDepartments, GROUP_MIN, SMALL_GROUPS, share, sumOf } from './figures'
import type { Span } from './spans'
import { notCompared } from './tileGround'

type Row = DayDepartments['departments'][number]

/**
 * The departments of a day as they may be shown, the largest first. Where fewer than five people are registered, what was
 * done is what one of them did: such departments stand together. Where they are still fewer than five, the smallest of
 * the others joins them: what is left out could be told from the whole company less the rest. So could the traffic of
 * people who have left since, whom nobody counts as registered any more.
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
