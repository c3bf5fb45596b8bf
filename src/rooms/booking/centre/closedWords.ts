import { spanLabel, weekdayLabel } from '@domain/booking/wording'
import { DAY_MS, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { sayDate } from './hoursWords'

interface Times {
  fromAt: Instant
  untilAt: Instant
}

const isMidnight = (at: Instant) => at === startOfDay(dayOf(at))

/** 12 月 3 日 周四 全天, both days where it is more than one, or from when to when. */
export function sayClosed({ fromAt, untilAt }: Times): string {
  if (!isMidnight(fromAt) || !isMidnight(untilAt)) return spanLabel(fromAt, untilAt)
  const dated = (at: Instant) => `${sayDate(dayOf(at))} ${weekdayLabel(at)}`
  return untilAt - fromAt <= DAY_MS ? `${dated(fromAt)} 全天` : `${dated(fromAt)} – ${dated(untilAt - 1)}`
}
