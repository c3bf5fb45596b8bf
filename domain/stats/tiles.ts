import { approvalTiles, coinTiles, doingTiles, peopleTiles } from './communityTiles'
import type { TileView } from './contract'
import { type MonthFigures, share, sumOf } from './figures'
import { wholeDays } from './spans'
import { type Ground, type Terms, type Totals, totalsOf, withoutDay } from './tileGround'

/** The tiles of a span, each with what it counts, over which days, out of what and beside which days before. */
export function tilesOf(ground: Ground): TileView[] {
  const { title, comparison } = ground.span
  const changes = changesOf(ground)
  return termsOf(ground).map(({ versus, reach: _reach, ...term }) => ({
    ...term,
    ...(versus ? changeOf(term, versus.value) : (changes.get(term.key) ?? unchanged)),
    compared: versus?.words ?? comparison,
    window: title,
  }))
}

function termsOf(ground: Ground): Terms[] {
  const { span, days, months, running } = ground
  const all = span.kind === 'all'
  const dayCount = all ? sumOf(months, month => month.days) : days.length
  const totals = totalsOf(all ? months : days, dayCount)
  const whole = wholeDays(span, days)
  const sinceThen = running && dayCount > 1 ? withoutDay(totals, running) : totals
  const averaged = all ? sinceThen : totalsOf(whole, whole.length)
  return [
    ...averageTiles(averaged),
    ...visitTiles(totals),
    ...(all ? sinceStart(totals, months) : []),
    ...peopleTiles(ground),
    ...doingTiles(totals),
    ...coinTiles(ground, totals),
    ...approvalTiles(ground, totals),
  ]
}

type Change = Pick<TileView, 'change' | 'was'>

/** Nothing to compare, or nothing to compare with. */
const unchanged: Change = { change: null, was: null }

/** What each tile has changed by, out of as many days that are over on either side. */
function changesOf(ground: Ground): Map<string, Change> {
  const { compared } = ground.span
  if (!compared) return new Map()
  const own = ground.days.filter(({ _id }) => compared.own.from <= _id && _id <= compared.own.to)
  if (own.length !== ground.before.length) return new Map()
  const was = new Map(termsOf({ ...ground, days: ground.before }).map(({ key, value }) => [key, value]))
  return new Map(
    termsOf({ ...ground, days: own })
      .filter(({ reach = 0 }) => reach <= compared.behind)
      .map(term => [term.key, changeOf(term, was.get(term.key) ?? null)]),
  )
}

function changeOf({ unit, value }: Pick<Terms, 'unit' | 'value'>, was: number | null): Change {
  if (value === null || was === null) return unchanged
  if (unit === 'share') return { change: value - was, was }
  return was === 0 ? unchanged : { change: value / was - 1, was }
}

const perDay = (sum: number, days: number) => share(sum, days)

function averageTiles(totals: Totals): Terms[] {
  return [
    {
      key: 'dailyVisits',
      name: '日均访问',
      unit: 'count',
      value: perDay(totals.visits, totals.dayCount),
      note: '半小时内算同一次',
      definition:
        '打开小程序算一次访问，离开不到半小时又回来算同一次；离线超过两天才报上来的不算。日均是这段时间的访问次数除以天数，从第一次有人来的那天算起；今天还没过完，只看今天时才算。',
      denominator: `${totals.dayCount} 天`,
    },
    {
      key: 'dailyPosts',
      name: '日均发帖',
      unit: 'count',
      value: perDay(totals.posts, totals.dayCount),
      note: '不含评论和已移除',
      definition:
        '同事以自己名义发的帖子，不含官方账号的、后来删除或移除的，也不含评论；除以天数，还没过完的今天不算。',
      denominator: `${totals.dayCount} 天`,
    },
  ]
}

function visitTiles(totals: Totals): Terms[] {
  return [
    {
      key: 'visits',
      name: '访问次数',
      unit: 'count',
      value: totals.visits,
      note: '这段时间合计',
      definition: '这段时间开始的访问，一人多次就算多次；离线超过两天才报上来的不算。',
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
