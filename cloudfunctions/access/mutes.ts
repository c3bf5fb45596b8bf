import type { Instant } from '@domain/kernel/time'
import { unsealedAudits } from '@platform/receipts'
import * as z from 'zod'
import { memberSubject } from '../identity/public'
import { audits } from './store'

const MUTES_MAX = 50
const ACTION = 'identity.muteMember'

const Mute = z.object({ mutedUntil: z.number().nullable(), reason: z.string() })

/** HR muted a colleague, or let them speak again. */
export interface MuteOnRecord {
  at: Instant
  /** The number of whoever did it. */
  by: string
  /** Null: they may speak again. */
  mutedUntil: Instant | null
  reason: string
}

/**
 * How HR muted a colleague and let them speak again since then: by the sealed record, and by the entries of the last
 * minute that the timer has yet to seal. Two requests at once.
 */
export async function mutesOf(employeeId: string, from: Instant): Promise<MuteOnRecord[]> {
  const subject = memberSubject(employeeId)
  const [sealed, fresh] = await Promise.all([
    audits.find({ where: { subject, action: ACTION }, orderBy: [['_id', 'desc']], limit: MUTES_MAX }),
    unsealedAudits(MUTES_MAX, { subject, procedure: ACTION }),
  ])
  const known = new Set(sealed.map(({ sourceId }) => sourceId))
  const all = [
    ...fresh.flatMap(({ sourceId, at, by, after }) => (known.has(sourceId) ? [] : [{ at, by, after }])),
    ...sealed.map(({ at, by, after }) => ({ at, by, after: JSON.parse(after) as unknown })),
  ]
  return all.flatMap(({ at, by, after }) => (at > from ? [{ at, by, ...Mute.parse(after) }] : []))
}
