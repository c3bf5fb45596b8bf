import type { Part } from './days'
import { type DayFigures, median, share, sumOf } from './figures'
import type { Ground, Terms, Totals } from './tileGround'

export function peopleTiles({ span, days, before, months }: Ground): Terms[] {
  const day = days.at(-1)
  const month = months.at(-1)
  const was = before.at(-1)
  const latest = day ?? month
  const all = span.kind === 'all'
  const mean = (rows: readonly DayFigures[]) =>
    share(
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

export function doingTiles(totals: Totals, earlier: Totals | null): Terms[] {
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

export function coinTiles({ days, months }: Ground, totals: Totals, earlier: Totals | null): Terms[] {
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

export function approvalTiles(
  { span, days, months }: Ground,
  totals: Totals,
  earlier: Totals | null,
): Terms[] {
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
      note: '所有等人点头的事',
      definition:
        '这段时间有了决定的事，同意和拒绝都算：入会、创会、办活动、换绑、举报和申诉、退换、工单、文章、要两个人的沃币。',
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
