import { DAY_MS, type Day, dayOf, type Instant, inChina, MINUTE_MS, startOfDay } from '../kernel/time'

const SPAN = /(\d{1,2}):(\d{2})\s*[–—~-]\s*(\d{1,2}):(\d{2})/
/** Longer than any public holiday with the weekends on both sides. */
export const DESK_DAYS_LOOKED = 15

const isWeekend = (on: Day) => [0, 6].includes(inChina(startOfDay(on)).day())

/**
 * From when on somebody is at a desk: `now` where they are already.
 * @param hours as the keeper wrote them: "工作日 9:00–18:00"
 * @param daysOff of the next `DESK_DAYS_LOOKED` days those on which nobody works
 * @returns undefined where the words can't be read
 */
export function deskOpensAt(hours: string, now: Instant, daysOff: readonly Day[]): Instant | undefined {
  const span = SPAN.exec(hours)
  const isClosed = closedOn(hours.replace(SPAN, '').trim(), daysOff)
  if (!span || !isClosed) return undefined
  const [fromHour, fromMinute, toHour, toMinute] = span.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const midnight = startOfDay(dayOf(now))
  for (let day = 0; day <= DESK_DAYS_LOOKED; day += 1) {
    const begins = midnight + day * DAY_MS
    const opens = begins + (fromHour * 60 + fromMinute) * MINUTE_MS
    const closes = begins + (toHour * 60 + toMinute) * MINUTE_MS
    if (!isClosed(dayOf(begins)) && now < closes) return Math.max(opens, now)
  }
  return undefined
}

/** On which days nobody is there, by what stands beside the hours; undefined: in words that nobody has agreed on. */
function closedOn(words: string, daysOff: readonly Day[]): ((on: Day) => boolean) | undefined {
  if (words === '' || words === '每天') return () => false
  if (words === '周一至周五') return isWeekend
  return words === '工作日' ? on => daysOff.includes(on) : undefined
}
