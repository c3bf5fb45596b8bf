import { ANSWER_MS } from '../forum/review'
import { DAY_MS, type Instant } from '../kernel/time'
import type { WaitingItem } from './contract'

type Waiting = Pick<WaitingItem, 'id' | 'kind' | 'since'>

/** From two days on a colleague has waited too long; authors are promised an answer within one. */
const PATIENCE_MS = 2 * DAY_MS
const promised: Partial<Record<WaitingItem['kind'], number>> = { report: ANSWER_MS, appeal: ANSWER_MS }

/** Whether something has waited for longer than it may, from the very moment of its limit on. */
export function isLate({ kind, since }: Pick<Waiting, 'kind' | 'since'>, now: Instant): boolean {
  return now - since >= (promised[kind] ?? PATIENCE_MS)
}

/** The order in which it is to be done: what is late before what is not, of either the oldest first. */
export function byUrgency(now: Instant): (one: Waiting, other: Waiting) => number {
  return (one, other) =>
    Number(isLate(other, now)) - Number(isLate(one, now)) ||
    one.since - other.since ||
    (one.id < other.id ? -1 : 1)
}
