import type { AuditFilter, AuditView } from '@domain/access/auditContract'
import { _ } from '@platform/cloud'
import { namesOf } from '../identity/public'
import { idOfNumber } from './sealing'
import { type AuditDocument, audits } from './store'

/**
 * Sealed records that match, the newest first, from below a number on. One request; every field of the filter begins
 * an index that ends in the id.
 */
export function auditsBelow(filter: AuditFilter, after: string | null | undefined, limit: number) {
  return audits.find({
    where: { ...filter, _id: after ? _.lt(after) : _.gte(idOfNumber(0)) },
    orderBy: [['_id', 'desc']],
    limit,
  })
}

/** Puts records into the words of a page, with the names of whoever acted. One request. */
export async function viewsOf(found: readonly AuditDocument[]): Promise<AuditView[]> {
  const named = await namesOf([...new Set(found.map(({ by }) => by))])
  const names = new Map(named.map(({ employeeId, name }) => [employeeId, name]))
  return found.map(({ number, at, by, action, room, subject, before, after, hash }) => ({
    number,
    at,
    by,
    byName: names.get(by) ?? null,
    action,
    room,
    subject,
    before,
    after,
    hash,
  }))
}
