import { DAY_MS, dayOf, type Instant, inChina, MINUTE_MS, startOfDay } from '../kernel/time'

const SPAN = /(\d{1,2}):(\d{2})\s*[–—~-]\s*(\d{1,2}):(\d{2})/
/** Longer than any weekend. */
const DAYS_LOOKED = 7

/** On which days, by what stands beside the hours; undefined: in words that nobody has agreed on. */
function onWorkdays(words: string): boolean | undefined {
  if (words === '' || words === '每天') return false
  return words === '工作日' || words === '周一至周五' ? true : undefined
}

/**
 * From when on somebody is at a desk: `now` where they are already.
 * @param hours as the keeper wrote them: "工作日 9:00–18:00"
 * @returns undefined where the words can't be read
 */
export function deskOpensAt(hours: string, now: Instant): Instant | undefined {
  const span = SPAN.exec(hours)
  const workdays = onWorkdays(hours.replace(SPAN, '').trim())
  if (!span || workdays === undefined) return undefined
  const [fromHour, fromMinute, toHour, toMinute] = span.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const midnight = startOfDay(dayOf(now))
  for (let day = 0; day <= DAYS_LOOKED; day += 1) {
    const begins = midnight + day * DAY_MS
    const opens = begins + (fromHour * 60 + fromMinute) * MINUTE_MS
    const closes = begins + (toHour * 60 + toMinute) * MINUTE_MS
    const isFree = workdays && [0, 6].includes(inChina(begins).day())
    if (!isFree && now < closes) return Math.max(opens, now)
  }
  return undefined
}
