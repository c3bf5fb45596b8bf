import { type DayFigures, type MonthFigures, median, share, sumOf } from './figures'
import { wholeDays } from './spans'
import { type Ground, notCompared, type Terms, type Totals } from './tileGround'

/** Who has registered, who comes and who comes back. */
export function peopleTiles({ span, days, months }: Ground): Terms[] {
  const day = days.at(-1)
  const latest = day ?? months.at(-1)
  const inMonth = months.find(({ _id }) => span.to.startsWith(_id))
  const terms: Terms[] = [
    {
      key: 'registered',
      name: '注册员工',
      unit: 'count',
      value: latest?.registered ?? null,
      note: `占在册 ${(latest?.eligible ?? 0).toLocaleString('en-US')} 人的 ${percent(share(latest?.registered ?? 0, latest?.eligible ?? 0))}`,
      definition: '这段时间最后一天结束时，绑定了微信的在册员工；那时已经离职或注销的不算，后来才走的仍算。',
      denominator: `在册员工 ${latest?.eligible ?? 0} 人`,
    },
    {
      key: 'monthRetention',
      name: '次月留存',
      unit: 'share',
      value: inMonth ? share(inMonth.retained.people, inMonth.retained.of) : null,
      versus: monthBefore(inMonth, { span, months }),
      note: '上月来过、本月又来',
      definition:
        '上个自然月来过的人里，这个自然月又来过的。简报说的「客户留存率」按这个读；「几乎每位员工每天都会上线」和每天约一千次访问对不上，不用作口径。',
      denominator: `上月来过的 ${inMonth?.retained.of ?? 0} 人`,
    },
  ]
  return span.kind === 'all' ? terms : [...terms, ...activeTiles(days, wholeDays(span, days))]
}

/** A month that is not over goes on keeping people: it is not held against a whole one. */
function monthBefore(
  month: MonthFigures | undefined,
  { span, months }: Pick<Ground, 'span' | 'months'>,
): NonNullable<Terms['versus']> {
  if (!month || !span.wholeMonth) return { value: null, words: '这个月还没过完，不比' }
  const earlier = months[months.indexOf(month) - 1]
  if (!earlier) return notCompared
  const { people, of } = earlier.retained
  return { value: share(people, of), words: `比 ${Number(earlier._id.slice(5))} 月的` }
}

/** @param whole those that are over, for what is an average */
function activeTiles(days: readonly DayFigures[], whole: readonly DayFigures[]): Terms[] {
  const day = days.at(-1)
  const daily = share(
    sumOf(whole, row => row.visitors),
    whole.length,
  )
  const ofDay = (key: string, name: string, field: 'visitors7' | 'visitors30', reach: number): Terms => ({
    key,
    name,
    unit: 'count',
    value: day?.[field] ?? null,
    reach,
    note: `最近 ${reach} 天来过的人`,
    definition: `截至最后一天的 ${reach} 天里来过的人，一人算一次。逐人去重，不是估计。`,
    denominator: '不除',
  })
  return [
    {
      key: 'dailyVisitors',
      name: '日活',
      unit: 'count',
      value: daily,
      note: '平均每天来的人',
      definition: '每天来过的人（一人一天算一次），取这段时间的平均，还没过完的今天不算。',
      denominator: `${whole.length} 天`,
    },
    ofDay('weeklyVisitors', '周活', 'visitors7', 7),
    ofDay('monthlyVisitors', '月活', 'visitors30', 30),
    {
      key: 'stickiness',
      name: '黏性',
      unit: 'share',
      value: day && daily !== null ? share(daily, day.visitors30) : null,
      reach: 30,
      note: '日活占月活',
      definition: '这段时间的日活除以截至最后一天的月活：月活的人平均多少会在某一天来。',
      denominator: `月活 ${day?.visitors30 ?? 0} 人`,
    },
  ]
}

/** What people do in the community, counted. */
export function doingTiles(totals: Totals): Terms[] {
  const sum = (
    key: 'posts' | 'comments' | 'likes' | 'redemptions',
    name: string,
    definition: string,
  ): Terms => ({
    key,
    name,
    unit: 'count',
    value: totals[key],
    note: '这段时间合计',
    definition,
    denominator: '不除',
  })
  return [
    sum('posts', '帖子', '同事以自己名义发的、现在还在的帖子。'),
    sum('comments', '评论', '这段时间写的评论和回复，现在还在的。'),
    sum('likes', '赞', '点赞的次数，收回的不减；由小程序上报，离线超过两天的不算。'),
    sum('redemptions', '兑换', '下单的兑换，后来取消的也算。'),
  ]
}

/**
 * What all balances together come to, line by line: what there was before, and what has moved it since. Since the start
 * there was nothing before, so that everything has.
 */
function circulationOf({ span, days }: Ground, totals: Totals, held: number): NonNullable<Terms['parts']> {
  const net = span.kind === 'all' ? held : sumOf(days, day => day.coinsNet)
  const { coinsEarned, coinsSpent, coinsGiven, coinsTaken } = totals
  const moved = [
    { name: '手工发放', value: coinsGiven },
    { name: '手工收回和离职清零', value: 0 - coinsTaken },
    { name: '退款，减撤销的收入', value: net - (coinsEarned - coinsSpent + coinsGiven - coinsTaken) },
  ]
  return [
    { name: '这段时间之前', value: held - net },
    { name: '赚到', value: coinsEarned },
    { name: '花掉', value: 0 - coinsSpent },
    ...moved.filter(({ value }) => value !== 0),
  ]
}

/** Coins that came in, went out and are held, in whole coins. */
export function coinTiles(ground: Ground, totals: Totals): Terms[] {
  const held = (ground.days.at(-1) ?? ground.months.at(-1))?.coinsInCirculation ?? 0
  return [
    {
      key: 'coinsEarned',
      name: '赚到的沃币',
      unit: 'coins',
      value: totals.coinsEarned,
      note: '含翻倍，不减收回的',
      definition: '这段时间记入的收入，Happy Hour 翻倍的按翻倍后算；后来收回的另记，不从这里减。',
      denominator: '不除',
    },
    {
      key: 'coinsSpent',
      name: '花掉的沃币',
      unit: 'coins',
      value: totals.coinsSpent,
      note: '兑换、活动费和押金',
      definition: '这段时间记入的支出；后来退回的另记，不从这里减。',
      denominator: '不除',
    },
    {
      key: 'coinsInCirculation',
      name: '流通中的沃币',
      unit: 'coins',
      value: held,
      versus: notCompared,
      note: '所有人的余额',
      definition: '最后一天结束时所有人的余额加起来：赚的、花的、退的、手工发放和收回的都算在内。',
      denominator: '不除',
      parts: circulationOf(ground, totals, held),
    },
  ]
}

/** How many approvals were decided, and the median time that one took, in hours. */
export function approvalTiles({ span, days, months }: Ground, totals: Totals): Terms[] {
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
      note: '所有等人点头的事',
      definition:
        '这段时间有了决定的事，同意和拒绝都算：入会、创会、办活动、换绑、资料更正、举报和申诉、退换、工单、文章、推荐的词、要两个人的沃币，还有招聘第一次回应的候选人。',
      denominator: '不除',
    },
    {
      key: 'approvalTime',
      name: '审批用时',
      unit: 'hours',
      value: minutes === null ? null : minutes / 60,
      versus: notCompared,
      note: span.kind === 'all' ? '最近一个月的中位数' : '中位数',
      definition: '从提出到决定的时间，取中间那一件；夜里和周末也算。',
      denominator: `${totals.approvals} 件审批`,
    },
  ]
}

function percent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 100)}%`
}
