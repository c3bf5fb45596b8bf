import { grouped } from '@domain/kernel/grouped'
import { DAY_MS, dayOf, HOUR_MS, type Instant, inChina, MINUTE_MS } from '@domain/kernel/time'
import type { BroadcastStatus, Schedule } from '@domain/live/broadcast'
import { type PlatformKind, platformKinds } from '@domain/live/platform'
import { sayClock } from '@/ui/clock/moment'

const EVENING_HOUR = 18

/** The day of an instant as one says it: 今天, 今晚, 明天, 12 月 3 日. */
function sayDay(at: Instant, now: Instant): string {
  const on = dayOf(at)
  if (on === dayOf(now)) return inChina(at).hour() >= EVENING_HOUR ? '今晚' : '今天'
  if (on === dayOf(now + DAY_MS)) return '明天'
  if (on === dayOf(now - DAY_MS)) return '昨天'
  return inChina(at).format('M 月 D 日')
}

/** "今晚 19:30–20:40" */
export function saySpan({ startsAt, endsAt }: Pick<Schedule, 'startsAt' | 'endsAt'>, now: Instant): string {
  return `${sayDay(startsAt, now)} ${sayClock(startsAt)}–${sayClock(endsAt)}`
}

/** "明天 9:00" */
export function sayMoment(at: Instant, now: Instant): string {
  return `${sayDay(at, now)} ${sayClock(at)}`
}

interface Shown<S extends BroadcastStatus = BroadcastStatus> extends Pick<Schedule, 'startsAt' | 'endsAt'> {
  status: S
}

/** What the clock has made of what the server last said: a page that was opened before goes live by itself. */
export function statusNow<S extends BroadcastStatus>(
  { status, startsAt, endsAt }: Shown<S>,
  now: Instant,
): S | 'live' | 'ended' {
  if (status === 'before' && now >= startsAt) return now < endsAt ? 'live' : 'ended'
  if (status === 'live' && now >= endsAt) return 'ended'
  return status
}

/** Under a title in a list: when, or that it is on. */
export function metaOf(broadcast: Shown & { place: string }, now: Instant): string {
  const { place, startsAt } = broadcast
  const status = statusNow(broadcast, now)
  const where = place ? ` · ${place}` : ''
  if (status === 'live') return `正在直播${where}`
  if (status === 'before') return `${saySpan(broadcast, now)}${where}`
  return `${sayMoment(startsAt, now)}${where} · ${status === 'replay' ? '可以回放' : '已结束'}`
}

/** The parts of a countdown: days where there are any, hours, minutes, seconds. */
export function countdownParts(spanMs: number): { value: string; unit: string }[] {
  const seconds = Math.max(0, Math.ceil(spanMs / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(seconds / (DAY_MS / 1_000))
  const parts = [
    { value: two(Math.floor(seconds / 3_600) % 24), unit: '小时' },
    { value: two(Math.floor(seconds / 60) % 60), unit: '分' },
  ]
  return days > 0
    ? [{ value: String(days), unit: '天' }, ...parts]
    : [...parts, { value: two(seconds % 60), unit: '秒' }]
}

/** Whether a countdown is so long that its seconds are not told. */
export const isFar = (spanMs: number): boolean => spanMs >= 24 * HOUR_MS

/** How long it is until then: "还有 3 天", "还有 11:49", "马上开始" in the last minute. */
export function sayLeft(spanMs: number): string {
  const minutes = Math.floor(spanMs / MINUTE_MS)
  if (minutes < 1) return '马上开始'
  if (isFar(spanMs)) return `还有 ${Math.floor(spanMs / DAY_MS)} 天`
  return minutes < 60
    ? `还有 ${minutes} 分钟`
    : `还有 ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export const platformName = (kind: PlatformKind): string => platformKinds[kind].zh

interface Prize {
  kind: 'coins' | 'gift'
  name: string
  count: number
}

/** "每份 50 沃币，10 份；XC90 车模，1 份" */
export function sayPrizes({ prizes, coins }: { prizes: readonly Prize[]; coins: number }): string {
  return prizes
    .map(({ kind, name, count }) => `${kind === 'coins' ? `每份 ${grouped(coins)} 沃币` : name}，${count} 份`)
    .join('；')
}

/** "看满 15 分钟，说一句" */
export function sayRule({ minutes, message }: { minutes: number; message: boolean }): string {
  return `看满 ${minutes} 分钟${message ? '，说一句' : ''}`
}
