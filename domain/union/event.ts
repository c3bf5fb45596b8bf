import { refuse } from '../kernel/errors'
import { DAY_MS, type Instant } from '../kernel/time'

interface Times {
  startsAt: Instant
  endsAt: Instant
  joinUntil: Instant
  cancelUntil: Instant
}

/** The longest that one event lasts, and the furthest ahead that one is announced. */
const EVENT_MS_MAX = 14 * DAY_MS
const AHEAD_MS_MAX = 366 * DAY_MS
/** How long before the beginning those who come are reminded. */
const REMINDED_MS = DAY_MS

/**
 * Now < joining closes ≤ the end, and giving a place up closes ≤ the beginning < the end.
 * @throws Refusal UNION_EVENT_TIMES_WRONG with the fields that don't fit
 */
export function assertTimes({ startsAt, endsAt, joinUntil, cancelUntil }: Times, now: Instant): void {
  const wrong: [boolean, string][] = [
    [startsAt <= now || startsAt > now + AHEAD_MS_MAX, 'startsAt'],
    [endsAt <= startsAt || endsAt > startsAt + EVENT_MS_MAX, 'endsAt'],
    [joinUntil <= now || joinUntil > endsAt, 'joinUntil'],
    [cancelUntil > startsAt, 'cancelUntil'],
  ]
  const fields = wrong.flatMap(([isWrong, field]) => (isWrong ? [field] : []))
  refuse(fields.length > 0, 'UNION_EVENT_TIMES_WRONG', fields)
}

/** When those who come are told that it begins soon; null when it begins sooner than that. */
export function reminderOf({ startsAt }: Pick<Times, 'startsAt'>, now: Instant): Instant | null {
  const at = startsAt - REMINDED_MS
  return at > now ? at : null
}
