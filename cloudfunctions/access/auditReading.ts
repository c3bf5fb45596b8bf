import type { AuditFilter, AuditView } from '@domain/access/auditContract'
import { namedIn } from '@domain/access/recordWords'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { everCalled, namesOf } from '../identity/public'
import { associationsIn } from '../union/public'
import { idOfNumber } from './sealing'
import { type AuditDocument, audits } from './store'

/** So many who are called alike are looked for at once; whoever means another types the number. */
const NAMESAKES_MAX = 20

/**
 * Sealed records that match, the newest first, from below a number on. One request, one more for each name; every field of
 * the filter begins an index that ends in the id.
 */
export async function auditsBelow(
  { person, other, ...filter }: AuditFilter,
  after: string | null | undefined,
  limit: number,
) {
  const sought = [person, other].filter(name => name !== undefined)
  const [people, others] = await Promise.all(sought.map(name => everCalled(name, NAMESAKES_MAX)))
  if (people?.length === 0 || others?.length === 0) return []
  return audits.find({
    where: {
      ...filter,
      ...(people ? { people: others ? _.in(people).and(_.in(others)) : _.in(people) } : {}),
      _id: after ? _.lt(after) : _.gte(idOfNumber(0)),
    },
    orderBy: [['_id', 'desc']],
    limit,
  })
}

/**
 * A page of the sealed records of what others did about somebody, in these rooms, the newest first. Three requests at
 * most.
 */
export async function recordAbout(
  employeeId: string,
  { rooms, after }: { rooms: readonly string[]; after: string | undefined },
) {
  const found = await audits.find({
    where: {
      people: _.in([employeeId]),
      room: _.in([...rooms]),
      by: _.neq(employeeId),
      _id: after ? _.lt(after) : _.gte(idOfNumber(0)),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { ...(await viewsOf(rows)), next }
}

/** At most so many people are named: a record of a whole list names them by their numbers. */
const NAMES_MAX = 1_000

/** What records speak of, by name. Two requests at most. */
async function namesIn(found: readonly AuditDocument[]): Promise<{ id: string; name: string }[]> {
  const { people, associations } = namedIn(found)
  const [persons, rooms] = await Promise.all([
    namesOf(people.slice(0, NAMES_MAX)),
    associationsIn(associations),
  ])
  return [
    ...persons.map(({ employeeId, name }) => ({ id: employeeId, name })),
    ...rooms.map(({ associationId, name }) => ({ id: associationId, name })),
  ]
}

/** Puts records into the words of a page, with the names of whoever acted and of what it was about. */
export async function viewsOf(
  found: readonly AuditDocument[],
): Promise<{ records: AuditView[]; names: { id: string; name: string }[] }> {
  const named = await namesIn(found)
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const records = found.map(({ number, at, by, action, room, subject, before, after, hash }) => ({
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
  return { records, names: named }
}
