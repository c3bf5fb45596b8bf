import { sortKey } from '../kernel/paging'
import { HOUR_MS, type Instant } from '../kernel/time'
import { WORKING_DAY_MS } from '../kernel/workingDay'
import { afterWorkingTime, workingTimeAt } from '../kernel/workingTime'
import { AUTO_CLOSE_WORKING_DAYS, isOpenTicket, type TicketAction, type TicketState } from './ticket'
import { hoursFor, type Urgency } from './ticketUrgency'

/** How a ticket stands with time. */
export interface TicketClock {
  /** Until when it should be resolved; null while the employee is waited for, and once nothing is owed. */
  dueAt: Instant | null
  /** Working time that was left when the clock was stopped; null while it runs. */
  pausedWithMs: number | null
  /** When the lead is to be told; null: has been, or need not be. */
  escalateAt: Instant | null
  escalatedAt: Instant | null
  /** When the timer closes it. */
  closesAt: Instant | null
  /** Whether it was ever open beyond its deadline. */
  late: boolean
}

/** The clock of a ticket that begins now. */
export function beginClock(targetHours: number, now: Instant): TicketClock {
  const dueAt = afterWorkingTime(now, targetHours * HOUR_MS)
  return {
    dueAt,
    pausedWithMs: null,
    escalateAt: dueAt,
    escalatedAt: null,
    closesAt: null,
    late: false,
  }
}

/** By when a ticket that begins now is due, by how pressing it is. */
export function dueBy(targetHours: number, now: Instant): Record<Urgency, Instant> {
  const at = (urgency: Urgency) => afterWorkingTime(now, hoursFor(targetHours, urgency) * HOUR_MS)
  return { calm: at('calm'), soon: at('soon'), now: at('now') }
}

/** Whether its target has passed; a clock that stands still is never late. */
export function isOverdue({ dueAt }: Pick<TicketClock, 'dueAt'>, now: Instant): boolean {
  return dueAt !== null && now > dueAt
}

/**
 * The clock after a step. It stops while the employee is waited for and runs on with what was left; who says that it was
 * not resolved gets the whole target once more.
 */
export function clockAfter(
  clock: TicketClock,
  step: { action: TicketAction; to: TicketState; targetHours: number; now: Instant },
): TicketClock {
  const { action, to, targetHours, now } = step
  const late = clock.late || isOverdue(clock, now)
  if (action === 'reopen') return { ...beginClock(targetHours, now), late }
  if (to === 'resolved') {
    const closesAt = afterWorkingTime(now, AUTO_CLOSE_WORKING_DAYS * WORKING_DAY_MS)
    return { ...clock, dueAt: null, pausedWithMs: null, escalateAt: null, closesAt, late }
  }
  if (to === 'waiting') return paused({ ...clock, late }, now)
  if (!isOpenTicket(to))
    return {
      ...clock,
      dueAt: null,
      pausedWithMs: null,
      escalateAt: null,
      closesAt: to === 'confirmed' ? clock.closesAt : null,
      late,
    }
  return clock.pausedWithMs === null ? { ...clock, late } : running({ ...clock, late }, now)
}

function paused(clock: TicketClock, now: Instant): TicketClock {
  const left = clock.dueAt === null ? 0 : workingTimeAt(clock.dueAt) - workingTimeAt(now)
  return { ...clock, dueAt: null, pausedWithMs: Math.max(0, left), escalateAt: null }
}

function running(clock: TicketClock, now: Instant): TicketClock {
  const dueAt = afterWorkingTime(now, clock.pausedWithMs ?? 0)
  const escalateAt = clock.escalatedAt === null ? dueAt : null
  return { ...clock, dueAt, pausedWithMs: null, escalateAt }
}

/** Later than any deadline, with as many digits. */
const NO_DEADLINE: Instant = 9_000_000_000_000

/** Where a ticket stands on the board, the longest overdue first; what has no deadline comes after, the newest first. */
export function boardKeyOf(ticketId: string, { dueAt }: Pick<TicketClock, 'dueAt'>, at: Instant): string {
  return sortKey(dueAt ?? NO_DEADLINE - at / 1_000, ticketId)
}
