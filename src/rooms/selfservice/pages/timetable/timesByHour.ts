import { clockOf, departuresOn, type LineSheet } from '@domain/selfservice/departures'

export interface Time {
  key: string
  clock: string
  /** `past`: gone; `next`: the one to catch; `later`: any other. */
  state: 'past' | 'next' | 'later'
}

export interface Hour {
  /** As the clock shows it; after midnight it begins with 0 again. */
  hour: number
  times: Time[]
}

/**
 * The departures of one day from one stop, hour by hour.
 * @param now null: the day is only an example of its type, and nothing of it is past or next
 */
export function hoursOf(
  sheet: LineSheet,
  on: string,
  from: { directionId: string; stopId: string },
  now: number | null,
): Hour[] {
  const leaving = departuresOn(sheet, on, from.directionId, from.stopId)
  const next = now === null ? undefined : leaving.find(({ at }) => at >= now)
  const hours: { key: number; hour: number; times: Time[] }[] = []
  for (const one of leaving) {
    const key = Math.floor(one.seconds / 3_600)
    if (hours.at(-1)?.key !== key) hours.push({ key, hour: key % 24, times: [] })
    const isPast = now !== null && one.at < now
    hours.at(-1)?.times.push({
      key: `${one.tripId} ${one.column}`,
      clock: clockOf(one.seconds),
      state: one === next ? 'next' : isPast ? 'past' : 'later',
    })
  }
  return hours
}

/** "17:40–0:20": the first and the last of a day; empty without any. */
export function spanOf(sheet: LineSheet, on: string, from: { directionId: string; stopId: string }): string {
  const leaving = departuresOn(sheet, on, from.directionId, from.stopId)
  const [first, last] = [leaving[0], leaving.at(-1)]
  if (!first || !last) return '这天没有班次'
  return first === last ? clockOf(first.seconds) : `${clockOf(first.seconds)}–${clockOf(last.seconds)}`
}
