import { isDeposited } from '@domain/booking/facility'
import type { Earned } from '@domain/coin/contract'
import type { EarnReason } from '@domain/coin/reasons'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import type * as z from 'zod'
import { earn, reverse } from '../coin/public'
import { notify } from '../notice/public'
import { refundFee } from './fee'
import { earnedNotice } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { type PlaceDocument, places, type SessionDocument } from './store'

const CAME = '来过了'

interface Attendance {
  outcome: 'attended' | 'already' | 'notConfirmed'
  place: PlaceDocument
  earned: z.output<typeof Earned> | null
}

/**
 * Lets somebody in, once, inside the caller's transaction; coming gives a deposit back, and earns coins where the session
 * says so. One request, up to five with coins.
 */
export async function attend(
  tx: Transaction,
  session: SessionDocument,
  found: PlaceDocument,
  { at, by }: { at: Instant; by: string },
): Promise<Attendance> {
  const place = (await places.in(tx).get(found._id)) ?? found
  if (place.state === 'attended') return { outcome: 'already', place, earned: null }
  // Its places follow a session that was called off within a minute or two.
  if (session.state === 'calledOff' || !mayStep(place, 'attend'))
    return { outcome: 'notConfirmed', place, earned: null }
  const attended = afterStep(place, { action: 'attend', at, by, note: null })
  const returns = isDeposited(place)
  if (returns) await refundFee(tx, place, CAME, at)
  const earned = session.earns === null ? null : await earn(tx, causeOf(place, session.earns, at))
  const after = earned ? { ...attended, earned: earned.amount } : attended
  await places.in(tx).put(returns ? { ...after, paid: 0 } : after)
  return { outcome: 'attended', place: after, earned }
}

/** Somebody else let the person in: what it has earned is told in the inbox, inside the caller's transaction. At most one request. */
export async function tellEarned(
  tx: Transaction,
  { place, earned }: Attendance,
  now: Instant,
): Promise<void> {
  if (earned && earned.amount > 0)
    await notify(tx, { _id: ulid(now), ...earnedNotice(place, earned.amount), at: now })
}

/**
 * Takes back what coming has earned, inside the caller's transaction, where the session was called off before it began:
 * nobody has attended it. Up to four requests, none for whoever was not let in.
 */
export async function undoAttendance(
  tx: Transaction,
  session: SessionDocument,
  place: PlaceDocument,
  { at, because }: { at: Instant; because: string },
): Promise<void> {
  if (place.state !== 'attended' || session.earns === null) return
  await reverse(tx, { ...causeOf(place, session.earns, at), because })
}

function causeOf({ _id, employeeId, title }: PlaceDocument, reason: EarnReason, at: Instant) {
  return {
    employeeId,
    reason,
    // Of the place, not of its turn: one session is attended once.
    sourceId: _id,
    title: `参加「${title}」`,
    subject: { kind: 'place' as const, id: _id },
    at,
  }
}

/** When somebody was let in; null where they were not, or it did not count. */
export function attendedAtOf({ state, trail }: PlaceDocument): Instant | null {
  return state === 'attended' ? (trail.find(({ action }) => action === 'attend')?.at ?? null) : null
}
