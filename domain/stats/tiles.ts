import type { TileView } from './contract'
import type { Part } from './days'
import { type DayFigures, type MonthFigures, median, share, sumOf } from './figures'
import type { Span } from './spans'

/** What tiles are made of: the days of a span, those before it, and the months. */
export interface Ground {
  span: Span
  days: readonly DayFigures[]
  before: readonly DayFigures[]
  /** The earliest first. */
  months: readonly MonthFigures[]
}

type Numbers = Pick<
  DayFigures,
  | 'visits'
  | 'posts'
  | 'postsPublished'
  | 'comments'
  | 'likes'
  | 'coinsEarned'
  | 'coinsSpent'
  | 'redemptions'
  | 'approvals'
>

interface Totals extends Numbers {
  dayCount: number
}

const fields = [
  'visits',
  'posts',
  'postsPublished',
  'comments',
  'likes',
  'coinsEarned',
  'coinsSpent',
  'redemptions',
  'approvals',
] as const

function totalsOf(rows: readonly Numbers[], dayCount: number): Totals {
  const sums = fields.map(field => [field, sumOf(rows, row => row[field])] as const)
  return { ...(Object.fromEntries(sums) as unknown as Numbers), dayCount }
}

type Terms = Pick<TileView, 'key' | 'name' | 'unit' | 'value' | 'note' | 'definition' | 'denominator'> & {
  before?: number | null | undefined
}

/** The tiles of a span, each with what it counts, over which days and out of what. */
export function tilesOf(ground: Ground): TileView[] {
  const { span, days, before, months } = ground
  const all = span.kind === 'all'
  const dayCount = all ? sumOf(months, month => month.days) : days.length
  const totals = totalsOf(all ? months : days, dayCount)
  const earlier = before.length > 0 ? totalsOf(before, before.length) : null
  const terms = [
    ...visitTiles(totals, earlier),
    ...(all ? sinceStart(totals, months) : []),
    ...peopleTiles(ground),
    ...doingTiles(totals, earlier),
    ...coinTiles(ground, totals, earlier),
    ...approvalTiles(ground, totals, earlier),
  ]
  return terms.map(({ before: was, ...term }) => ({
    ...term,
    change: changeOf(term, was ?? null),
    window: span.title,
  }))
}

function changeOf({ unit, value }: Terms, was: number | null): number | null {
  if (value === null || was === null) return null
  if (unit === 'share') return value - was
  return was === 0 ? null : value / was - 1
}

const perDay = (sum: number, days: number) => share(sum, days)

function visitTiles(totals: Totals, earlier: Totals | null): Terms[] {
  return [
    {
      key: 'dailyVisits',
      name: '日均访问',
      unit: 'count',
      value: perDay(totals.visits, totals.dayCount),
      before: earlier && perDay(earlier.visits, earlier.dayCount),
      note: '半小时内算同一次',
      definition:
        '打开小程序算一次访问，离开不到半小时又回来算同一次。日均是这段时间的访问次数除以天数，从第一次有人来的那天算起，首尾都算。',
      denominator: `${totals.dayCount} 天`,
    },
    {
      key: 'dailyPosts',
      name: '日均发帖',
      unit: 'count',
      value: perDay(totals.posts, totals.dayCount),
      before: earlier && perDay(earlier.posts, earlier.dayCount),
      note: '不含评论和已移除',
      definition: '同事以自己名义发的帖子，不含官方账号的、后来删除或移除的，也不含评论；除以天数。',
      denominator: `${totals.dayCount} 天`,
    },
    {
      key: 'visits',
      name: '访问次数',
      unit: 'count',
      value: totals.visits,
      before: earlier?.visits,
      note: '这段时间合计',
      definition: '这段时间开始的访问，一人多次就算多次。',
      denominator: '不除',
    },
  ]
}

/** The reading of the averages that all figures of the brief agree with: see docs/decisions/0060. */
function sinceStart(totals: Totals, months: readonly MonthFigures[]): Terms[] {
  return [
    {
      key: 'monthlyVisits',
      name: '月均访问量',
      unit: 'count',
      value: share(totals.visits, months.length),
      note: '首尾月份也算一个月',
      definition: '上线以来的访问次数除以自然月数，第一个月和最后一个月不满也各算一个月。',
      denominator: `${months.length} 个月`,
    },
    {
      key: 'monthlyPosts',
      name: '月均发帖数',
      unit: 'count',
      value: share(totals.posts, months.length),
      note: '只算同事发的、还在的',
      definition:
        '上线以来同事以自己名义发的、没有删除或移除的帖子，除以自然月数。它乘以月数小于「社区帖子总数」，因为总数连官方账号的和后来撤下的也算。',
      denominator: `${months.length} 个月`,
    },
    {
      key: 'allPosts',
      name: '社区帖子总数',
      unit: 'count',
      value: totals.postsPublished,
      note: '含官方账号和已撤下',
      definition: '上线以来发出的全部帖子：官方账号的、后来删除或移除的都算；不含评论。',
      denominator: '不除',
    },
  ]
}

function peopleTiles({ span, days, before, months }: Ground): Terms[] {
  const day = days.at(-1)
  const month = months.at(-1)
  const was = before.at(-1)
  const latest = day ?? month
  const all = span.kind === 'all'
  const mean = (rows: readonly DayFigures[]) =>
    perDay(
      sumOf(rows, row => row.visitors),
      rows.length,
    )
  const inMonth = months.find(({ _id }) => span.to.startsWith(_id))
  const earlierMonth = inMonth && months[months.indexOf(inMonth) - 1]
  const rate = ({ of, people }: Part) => share(people, of)
  const terms: Terms[] = [
    {
      key: 'registered',
      name: '注册员工',
      unit: 'count',
      value: latest?.registered ?? null,
      before: was?.registered ?? null,
      note: `占在册 ${(latest?.eligible ?? 0).toLocaleString('en-US')} 人的 ${percent(share(latest?.registered ?? 0, latest?.eligible ?? 0))}`,
      definition: '这段时间最后一天结束时，绑定了微信的在册员工；离职和注销的不算。',
      denominator: `在册员工 ${latest?.eligible ?? 0} 人`,
    },
    {
      key: 'monthRetention',
      name: '次月留存',
      unit: 'share',
      value: inMonth ? rate(inMonth.retained) : null,
      before: earlierMonth ? rate(earlierMonth.retained) : null,
      note: '上月来过、本月又来',
      definition:
        '上个自然月来过的人里，这个自然月又来过的。简报说的「客户留存率」按这个读；「几乎每位员工每天都会上线」和每天约一千次访问对不上，不用作口径。',
      denominator: `上月来过的 ${inMonth?.retained.of ?? 0} 人`,
    },
  ]
  return all ? terms : [...terms, ...activeTiles(day, was, { value: mean(days), before: mean(before) })]
}

function activeTiles(
  day: DayFigures | undefined,
  was: DayFigures | undefined,
  visitors: { value: number | null; before: number | null },
): Terms[] {
  const ofDay = (key: string, name: string, field: 'visitors7' | 'visitors30', days: number): Terms => ({
    key,
    name,
    unit: 'count',
    value: day?.[field] ?? null,
    before: was?.[field] ?? null,
    note: `最近 ${days} 天来过的人`,
    definition: `截至最后一天的 ${days} 天里来过的人，一人算一次。逐人去重，不是估计。`,
    denominator: '不除',
  })
  return [
    {
      key: 'dailyVisitors',
      name: '日活',
      unit: 'count',
      ...visitors,
      note: '平均每天来的人',
      definition: '每天来过的人（一人一天算一次），取这段时间的平均。',
      denominator: '这段时间的天数',
    },
    ofDay('weeklyVisitors', '周活', 'visitors7', 7),
    ofDay('monthlyVisitors', '月活', 'visitors30', 30),
    {
      key: 'stickiness',
      name: '黏性',
      unit: 'share',
      value: day && visitors.value !== null ? share(visitors.value, day.visitors30) : null,
      before: was && visitors.before !== null ? share(visitors.before, was.visitors30) : null,
      note: '日活占月活',
      definition: '这段时间的日活除以截至最后一天的月活：月活的人平均多少会在某一天来。',
      denominator: `月活 ${day?.visitors30 ?? 0} 人`,
    },
  ]
}

function doingTiles(totals: Totals, earlier: Totals | null): Terms[] {
  const sum = (
    key: 'posts' | 'comments' | 'likes' | 'redemptions',
    name: string,
    definition: string,
  ): Terms => ({
    key,
    name,
    unit: 'count',
    value: totals[key],
    before: earlier?.[key],
    note: '这段时间合计',
    definition,
    denominator: '不除',
  })
  return [
    sum('posts', '帖子', '同事以自己名义发的、现在还在的帖子。'),
    sum('comments', '评论', '这段时间写的评论和回复，现在还在的。'),
    sum('likes', '赞', '点赞的次数，收回的不减；由小程序上报，离线太久的会少。'),
    sum('redemptions', '兑换', '下单的兑换，后来取消的也算。'),
  ]
}

function coinTiles({ days, months }: Ground, totals: Totals, earlier: Totals | null): Terms[] {
  const held = (days.at(-1) ?? months.at(-1))?.coinsInCirculation ?? 0
  return [
    {
      key: 'coinsEarned',
      name: '赚到的沃币',
      unit: 'coins',
      value: totals.coinsEarned,
      before: earlier?.coinsEarned,
      note: '含翻倍，不减收回的',
      definition: '这段时间记入的收入，Happy Hour 翻倍的按翻倍后算；后来收回的另记，不从这里减。',
      denominator: '不除',
    },
    {
      key: 'coinsSpent',
      name: '花掉的沃币',
      unit: 'coins',
      value: totals.coinsSpent,
      before: earlier?.coinsSpent,
      note: '兑换、活动费和押金',
      definition: '这段时间记入的支出；后来退回的另记，不从这里减。',
      denominator: '不除',
    },
    {
      key: 'coinsInCirculation',
      name: '流通中的沃币',
      unit: 'coins',
      value: held,
      note: '所有人的余额',
      definition: '最后一天结束时所有人的余额加起来：赚的、花的、退的、收回的都算在内。',
      denominator: '不除',
    },
  ]
}

function approvalTiles({ span, days, months }: Ground, totals: Totals, earlier: Totals | null): Terms[] {
  const minutes =
    span.kind === 'all'
      ? (months.at(-1)?.approvalMinutes ?? null)
      : median(days.flatMap(day => day.approvalMinutes))
  return [
    {
      key: 'approvals',
      name: '审批',
      unit: 'count',
      value: totals.approvals,
      before: earlier?.approvals,
      note: '入会和创会',
      definition: '这段时间有了决定的入会申请和创办协会申请，同意和拒绝都算。',
      denominator: '不除',
    },
    {
      key: 'approvalTime',
      name: '审批用时',
      unit: 'hours',
      value: minutes === null ? null : minutes / 60,
      note: span.kind === 'all' ? '最近一个月的中位数' : '中位数',
      definition: '从提出到决定的时间，取中间那一件；夜里和周末也算。',
      denominator: `${totals.approvals} 件审批`,
    },
  ]
}

function percent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 100)}%`
}
