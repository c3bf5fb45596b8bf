import type { DashboardView, TileView } from '@domain/stats/contract'
import type { DayFigures, Ranked } from '@domain/stats/figures'
import { sheetOf, type WorkbookColumn, type WorkbookSheet } from '@platform/workbook'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const HOURS = 24
const SLOT_MINUTES = 30
const unitWords = { count: '次或人', share: '比例', coins: '沃币', hours: '小时' } as const

/** Each figure with what it counts, over which days and out of what. */
export function tileSheet(tiles: readonly TileView[]): WorkbookSheet {
  return sheetOf<TileView>(
    '数据',
    [
      { name: '指标', width: 18, value: tile => tile.name },
      { name: '数值', value: tile => tile.value },
      { name: '单位', width: 10, value: tile => unitWords[tile.unit] },
      { name: '和前一段比', value: tile => tile.change },
      { name: '比的是', width: 30, value: tile => tile.compared },
      { name: '时间', width: 24, value: tile => tile.window },
      { name: '除以', width: 24, value: tile => tile.denominator },
      { name: '怎么算的', width: 80, value: tile => tile.definition },
    ],
    tiles,
  )
}

export function rankedSheet(name: string, of: string, rows: readonly Ranked[]): WorkbookSheet {
  return sheetOf<Ranked>(
    name,
    [
      { name, width: 32, value: row => row.name },
      { name: of, value: row => row.count },
    ],
    rows,
  )
}

const dayColumns: readonly WorkbookColumn<DayFigures>[] = [
  { name: '日期', value: day => day._id },
  { name: '访问', value: day => day.visits },
  { name: '日活', value: day => day.visitors },
  { name: '周活', value: day => day.visitors7 },
  { name: '月活', value: day => day.visitors30 },
  { name: '帖子', value: day => day.posts },
  { name: '评论', value: day => day.comments },
  { name: '赞', value: day => day.likes },
  { name: '赚到的沃币', value: day => day.coinsEarned },
  { name: '花掉的沃币', value: day => day.coinsSpent },
  { name: '手工发放的沃币', value: day => day.coinsGiven },
  { name: '手工收回的沃币', value: day => day.coinsTaken },
  { name: '流通中的沃币', value: day => day.coinsInCirculation },
  { name: '兑换', value: day => day.redemptions },
  { name: '审批', value: day => day.approvals },
  { name: '注册员工', value: day => day.registered },
  { name: '在册员工', value: day => day.eligible },
]

interface Slot {
  at: string
  visits: number
  before: number | null
}

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

function curveSheet({ average, before }: DashboardView['curve']): WorkbookSheet {
  return sheetOf<Slot>(
    '一天',
    [
      { name: '从', value: slot => slot.at },
      { name: '平均每天的访问', width: 18, value: slot => slot.visits },
      { name: '开设 Happy Hour 前', width: 20, value: slot => slot.before },
    ],
    average.map((visits, slot) => ({
      at: clock(slot * SLOT_MINUTES),
      visits,
      before: before?.[slot] ?? null,
    })),
  )
}

function weekSheet(rhythm: DashboardView['rhythm']): WorkbookSheet {
  return sheetOf<{ name: string; hours: readonly number[] }>(
    '一周',
    [
      { name: '每小时的访问', value: row => row.name },
      ...Array.from({ length: HOURS }, (_, hour) => ({
        name: `${hour} 时`,
        width: 8,
        value: (row: { hours: readonly number[] }) => row.hours[hour] ?? 0,
      })),
    ],
    rhythm.map((hours, weekday) => ({ name: weekdays[weekday] ?? '', hours })),
  )
}

function monthSheet(months: DashboardView['months']): WorkbookSheet {
  return sheetOf<DashboardView['months'][number]>(
    '每月',
    [
      { name: '月份', value: row => row.month },
      { name: '访问', value: row => row.visits },
      { name: '来过的人', value: row => row.visitors },
      { name: '帖子', value: row => row.posts },
      { name: '已有天数', value: row => row.days },
      { name: '上月来过', value: row => row.retained.of },
      { name: '其中又来', value: row => row.retained.people },
    ],
    months,
  )
}

type Step = readonly [what: string, name: string, people: number, of: number | null]

function peopleSheet({ retention, funnel, lifecycle, cohorts }: DashboardView): WorkbookSheet {
  const rows: Step[] = [
    ...retention.map(({ name, people, of }): Step => ['注册后又来', name, people, of]),
    ...funnel.map(({ name, count }): Step => ['第一周走到哪一步', name, count, funnel[0]?.count ?? null]),
    ...lifecycle.map(({ name, count }): Step => ['在哪个阶段', name, count, null]),
    ...cohorts.flatMap(({ month, later }) =>
      later.map(({ name, people, of }): Step => [`${month} 注册的人`, `${name} 来过`, people, of]),
    ),
  ]
  return sheetOf<Step>(
    '新人与留存',
    [
      { name: '看什么', width: 20, value: ([what]) => what },
      { name: '哪一步', width: 18, value: ([, name]) => name },
      { name: '人数', value: ([, , people]) => people },
      { name: '共', value: ([, , , of]) => of },
    ],
    rows,
  )
}

/** The page of figures; of a department only what the page shows of it. */
export function dashboardSheets(view: DashboardView, days: readonly DayFigures[]): WorkbookSheet[] {
  const tiles = tileSheet(view.tiles)
  if (view.department !== null) return [tiles]
  return [
    tiles,
    ...(days.length > 0 ? [sheetOf('每天', dayColumns, days)] : []),
    curveSheet(view.curve),
    weekSheet(view.rhythm),
    monthSheet(view.months),
    peopleSheet(view),
    rankedSheet('话题', '帖子', view.topics),
    rankedSheet('协会', '加入', view.associations),
    rankedSheet('商品', '件数', view.goods),
  ]
}
