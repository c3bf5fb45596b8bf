import type { DashboardView, TileView } from './contract'
import { type DayDepartments, share, sumOf } from './figures'
import type { Span } from './spans'

type Row = DayDepartments['departments'][number]

/** What one department may be shown of: how many came, and how many of its people are registered. */
export function departmentTiles(span: Span, rows: readonly Row[], days: number): TileView[] {
  const last = rows.at(-1)
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
  })
  const total = (value: (row: Row) => number) => sumOf(rows, value)
  return [
    tile(
      'dailyVisits',
      '日均访问',
      share(
        total(row => row.visits),
        days,
      ),
      ['半小时内算同一次', '这个部门的同事开始的访问，除以天数。部门以访问那天的名单为准。', `${days} 天`],
    ),
    tile(
      'dailyVisitors',
      '日活',
      share(
        total(row => row.visitors),
        days,
      ),
      ['平均每天来的人', '这个部门每天来过的人，取平均。', `${days} 天`],
    ),
    tile('registered', '注册员工', last?.registered ?? null, [
      `在册 ${last?.eligible ?? 0} 人`,
      '最后一天结束时绑定了微信的在册员工。不到 5 个人的部门并在一起，仍不到 5 个人就不显示。',
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
