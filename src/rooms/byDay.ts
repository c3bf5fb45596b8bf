import { DAY_MS, type Day, dayOf, type Instant, inChina } from '@domain/kernel/time'

export interface DayOf<T> {
  on: Day
  /** "今天 · 11 月 24 日", "昨天 · …", then the day alone. */
  label: string
  items: T[]
}

function labelOf(at: Instant, now: Instant): string {
  const date = inChina(at).format('M 月 D 日')
  if (dayOf(at) === dayOf(now)) return `今天 · ${date}`
  return dayOf(at) === dayOf(now - DAY_MS) ? `昨天 · ${date}` : date
}

/** A list in its own order, cut where the UTC+8 day changes. */
export function byDay<T>(items: readonly T[], atOf: (item: T) => Instant, now: Instant): DayOf<T>[] {
  const days: DayOf<T>[] = []
  for (const item of items) {
    const at = atOf(item)
    const last = days.at(-1)
    if (last?.on === dayOf(at)) last.items.push(item)
    else days.push({ on: dayOf(at), label: labelOf(at, now), items: [item] })
  }
  return days
}
