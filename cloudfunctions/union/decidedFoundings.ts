import type { DecidedMatter } from '@domain/access/decisionsContract'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { foundings } from './store'

/** Foundings that were agreed to or refused, as `decidedRebinds`. One request. */
export async function decidedFoundings({
  until,
  limit,
  people,
}: {
  until: Instant
  limit: number
  people: readonly string[] | null
}): Promise<DecidedMatter[]> {
  const found = await foundings.find({
    where: people ? { 'applicant.employeeId': _.in([...people]) } : { decidedAt: _.lte(until) },
    orderBy: people ? [] : [['decidedAt', 'desc']],
    limit,
  })
  return found.flatMap(({ _id, applicant, name, approval, createdAt, decidedAt }) => {
    const last = approval.decisions.at(-1)
    if (decidedAt === null || !last) return []
    return {
      ...{ kind: 'founding' as const, id: _id, person: applicant, title: `创办${name}` },
      isAgreed: approval.state === 'approved',
      ...{ byId: last.by.employeeId, reason: last.reason ?? '', askedAt: createdAt, decidedAt },
    }
  })
}
