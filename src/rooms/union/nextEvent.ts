import { weekdayLabel } from '@domain/booking/wording'
import { dayOf, inChina } from '@domain/kernel/time'

interface Dated {
  state: string
  startsAt: number
}

/** Of events in their order the first that somebody can still come to from its beginning. */
export function nextEvent<T extends Dated>(events: readonly T[], now: number): T | undefined {
  return events.find(({ state, startsAt }) => state === 'open' && startsAt > now)
}

interface Titled extends Dated {
  associationId: string
  title: string
}

/** "下次：周六 8:30 滴水湖环湖", of events in their order; undefined where an association has none. */
export function sayNext(events: readonly Titled[], associationId: string, now: number): string | undefined {
  const next = nextEvent(
    events.filter(event => event.associationId === associationId),
    now,
  )
  if (!next) return undefined
  const { startsAt, title } = next
  const day = dayOf(startsAt) === dayOf(now) ? '今天' : weekdayLabel(startsAt)
  return `下次：${day} ${inChina(startsAt).format('H:mm')} ${title}`
}
