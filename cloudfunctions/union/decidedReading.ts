import { _ } from '@platform/cloud'
import { type MembershipDocument, memberships } from './store'

/** What was decided in some associations, or in all, the newest first, from below a key on. One request. */
export function decidedBelow(scopes: string[] | null, after: string | null | undefined, limit: number) {
  return memberships.find({
    where: {
      // What nobody has decided has no key.
      decidedKey: after ? _.lt(after) : _.gt(''),
      ...(scopes === null ? {} : { associationId: _.in(scopes) }),
    },
    orderBy: [['decidedKey', 'desc']],
    limit,
  })
}

/** A decided application as a line of a table. */
export interface DecidedLine {
  associationName: string
  employeeId: string
  name: string
  department: string
  site: string
  state: MembershipDocument['state']
  appliedAt: number
  decidedBy: string
  decidedAt: number | null
  reason: string
}

/** A slice of them for a file. One request. */
export async function decidedLines(
  scopes: string[] | null,
  after: string | null,
  limit: number,
): Promise<{ rows: DecidedLine[]; next: string | null }> {
  const found = await decidedBelow(scopes, after, limit)
  return {
    rows: found.map(lineOf),
    next: found.length < limit ? null : (found.at(-1)?.decidedKey ?? null),
  }
}

function lineOf({ associationName, applicant, state, appliedAt, trail }: MembershipDocument): DecidedLine {
  const decision = trail.filter(({ action }) => action === 'approve' || action === 'refuse').at(-1)
  return {
    associationName,
    ...applicant,
    state,
    appliedAt,
    decidedBy: decision?.by.name ?? '',
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? '',
  }
}
