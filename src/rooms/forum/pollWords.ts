import { weekdayLabel } from '@domain/booking/wording'
import { inChina } from '@domain/kernel/time'
import type { Post } from './post'

export type Poll = NonNullable<Post['poll']>

/** 单选 · 32 人已投 · 周五 12:00 截止 */
export function sayPoll({ multiple, voters, endsAt }: Poll, now: number): string {
  const how = multiple ? '可多选' : '单选'
  const who = voters === 0 ? '还没有人投' : `${voters} 人已投`
  return [how, who, sayEnd(endsAt, now)].join(' · ')
}

const NEAR_DAYS = 6

/** 今天 18:00 截止, 周五 12:00 截止, 12 月 8 日 12:00 截止, 已截止 */
export function sayEnd(endsAt: number, now: number): string {
  if (now >= endsAt) return '已截止'
  const [end, today] = [inChina(endsAt), inChina(now)]
  const days = end.startOf('day').diff(today.startOf('day'), 'day')
  const day = ['今天', '明天'][days] ?? (days <= NEAR_DAYS ? weekdayLabel(endsAt) : end.format('M 月 D 日'))
  return `${day} ${end.format('H:mm')} 截止`
}
