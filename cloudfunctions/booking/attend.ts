import { isDeposited } from '@domain/booking/facility'
import type { Earned } from '@domain/coin/contract'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { earn } from '../coin/public'
import { refundFee } from './fee'
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
  await places.in(tx).put(returns ? { ...attended, paid: 0 } : attended)
  if (returns) await refundFee(tx, place, CAME, at)
  if (session.earns === null) return { outcome: 'attended', place: attended, earned: null }
  const earned = await earn(tx, {
    employeeId: place.employeeId,
    reason: session.earns,
    // Of the place, not of its turn: one session is attended once.
    sourceId: place._id,
    title: `参加「${place.title}」`,
    subject: { kind: 'place', id: place._id },
    at,
  })
  return { outcome: 'attended', place: attended, earned }
}

/** When somebody was let in; null while they were not. */
export function attendedAtOf({ trail }: PlaceDocument): Instant | null {
  return trail.find(({ action }) => action === 'attend')?.at ?? null
}
