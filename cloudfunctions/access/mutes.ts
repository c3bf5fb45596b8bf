import { DAY_MS, type Instant } from '@domain/kernel/time'
import { z } from 'zod'
import { memberSubject, namesOf } from '../identity/public'
import { audits } from './store'

const MUTES_MAX = 50

const Mute = z.object({ mutedUntil: z.number().nullable(), reason: z.string() })

/** How HR muted a colleague and let them speak again since then, by the record. Two requests, one where nothing is found. */
export async function mutesOf(employeeId: string, from: Instant) {
  const found = await audits.find({
    where: { subject: memberSubject(employeeId), action: 'identity.muteMember' },
    orderBy: [['_id', 'desc']],
    limit: MUTES_MAX,
  })
  const recent = found.filter(({ at }) => at > from)
  const by = await namesOf([...new Set(recent.map(record => record.by))])
  return recent.map(({ at, after, by: actor }) => {
    const { mutedUntil, reason } = Mute.parse(JSON.parse(after))
    return {
      what: mutedUntil === null ? ('unmuted' as const) : ('muted' as const),
      at,
      about: '',
      reason,
      byName: by.find(one => one.employeeId === actor)?.name ?? null,
      muteDays: mutedUntil === null ? 0 : Math.round((mutedUntil - at) / DAY_MS),
    }
  })
}
