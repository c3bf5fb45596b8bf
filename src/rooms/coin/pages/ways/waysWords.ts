import { grouped } from '@domain/kernel/grouped'
import { clockLabel } from '@domain/kernel/time'
import type { api, Output } from '@/api'

type Earning = Output<typeof api.coin.openEarning>
export type Way = Earning['ways'][number]
export type Hour = Earning['hours'][number]

/** What a person does for it. */
const deeds: Record<Way['reason'], string> = {
  'forum.post': '发一篇帖子',
  'forum.comment': '说一句评论',
  'forum.featured': '帖子成为精华',
  'forum.liked': '帖子或评论被同事点赞',
  'booking.attended': '到场参加活动',
  'growth.checkIn': '每天签到',
  'careers.hired': '推荐的朋友入职',
  'live.joined': '看完一段直播，说上一句',
  'live.won': '在直播里抽中',
}

export const nameOf = ({ reason }: Pick<Way, 'reason'>): string => deeds[reason]

/** "每次 5 沃币 · 10 经验" */
export function priceOf({ base, experience }: Way): string {
  return `每次 ${grouped(base)} 沃币 · ${experience.base} 经验`
}

/** "今天 10 / 30"; a full day is said in words. */
export function progressOf({ cap }: Way): string {
  return cap.earnedToday >= cap.perDay ? '今日已达上限' : `今天 ${cap.earnedToday} / ${cap.perDay}`
}

/** What else is to be known of a way; empty for most. */
export function notesOf({ reason, perPair }: Way): string[] {
  if (reason !== 'forum.liked' || !perPair) return []
  return [
    `同一位同事每天算 ${perPair.perDayMax} 次、7 天算 ${perPair.perWeekMax} 次；自己点的不算。`,
    '取消再点不会重复到账，约 5 分钟结一次。',
    '停言期间点的赞不算，之后也不补。',
  ]
}

/** "7:00–9:00 ×2" */
export function hourOf({ fromMinute, toMinute, multiplier, weekdays }: Hour): string {
  return `${clockLabel(fromMinute)}–${clockLabel(toMinute)} ×${multiplier}${daysOf(weekdays)}`
}

const DAYS = '一二三四五六日'

/** "，周一、二"; nothing for every day. */
function daysOf(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return ''
  return `，周${weekdays.map(day => DAYS[day - 1]).join('、')}`
}

/** Whether a Happy Hour ever multiplies a way. */
export function isMultiplied(hours: readonly Hour[], { reason }: Pick<Way, 'reason'>): boolean {
  return hours.some(({ reasons }) => reasons.includes(reason))
}
