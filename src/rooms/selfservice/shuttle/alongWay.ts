import type { Instant } from '@domain/kernel/time'

export interface Way {
  /** In order; when the bus leaves there, null where it does not stop. */
  stops: readonly { name: string; at: Instant | null }[]
  /** Which of them is my own. */
  own: number
}

const WHOLE = 100
const MIDDLE = 50

/**
 * Where a place of the way stands on the line, in percent of its length. One's own stop is in the middle, unless the
 * bus begins there. `place` counts stops: 1.5 is half way between the second and the third.
 */
export function percentOf(place: number, { stops, own }: Way): number {
  const last = stops.length - 1
  if (own === 0) return (place / last) * WHOLE
  return place <= own ? (place / own) * MIDDLE : MIDDLE + ((place - own) / (last - own)) * MIDDLE
}

/** Where the bus is by the timetable, counted in stops; null: it has not begun, or it has arrived. */
export function busPlace({ stops }: Way, now: Instant): number | null {
  const served = stops.flatMap(({ at }, place) => (at === null ? [] : [{ at, place }]))
  const after = served.findIndex(({ at }) => at > now)
  const [from, to] = [served[after - 1], served[after]]
  if (!from || !to) return null
  return from.place + ((now - from.at) / (to.at - from.at)) * (to.place - from.place)
}
