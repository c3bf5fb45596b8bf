import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { employeesCalled, shownAmong } from '../identity/public'
import { memberOf } from './memberViews'
import {
  type AssociationDocument,
  associations,
  type MembershipDocument,
  membershipIdOf,
  memberships,
} from './store'
import { presides } from './views'

const FOUND_MAX = 50

interface Listed {
  rows: MembershipDocument[]
  next: string | null
  more: boolean
}

/** The president comes first, then whoever has been a member longest. Two requests for the first page, then one. */
async function pageAfter(
  { _id: associationId, president }: AssociationDocument,
  after: string | undefined,
): Promise<Listed> {
  const headId = membershipIdOf(associationId, president.employeeId)
  const [head, found] = await Promise.all([
    after === undefined ? memberships.get(headId) : null,
    memberships.find({
      where: { associationId, state: 'member', ...(after === undefined ? {} : { joinedKey: _.gt(after) }) },
      orderBy: [['joinedKey', 'asc']],
      limit: limits.pageSize + 1,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ joinedKey }) => joinedKey ?? '')
  const others = rows.filter(({ _id }) => _id !== headId)
  return { rows: head?.state === 'member' ? [head, ...others] : others, next, more: false }
}

/** Those who are called so are known by their terms; a membership's id follows from the person's. */
async function called(associationId: string, typed: string): Promise<Listed> {
  const { ids, more } = await employeesCalled(typed)
  if (ids.length === 0) return { rows: [], next: null, more: false }
  const rows = await memberships.find({
    where: { _id: _.in(ids.map(id => membershipIdOf(associationId, id))), state: 'member' },
    limit: FOUND_MAX,
  })
  rows.sort((a, b) => ((a.joinedKey ?? '') < (b.joinedKey ?? '') ? -1 : 1))
  return { rows, next: null, more: more || rows.length === FOUND_MAX }
}

export const listMembers = handle(union.listMembers, async (ctx, { associationId, text = '', after }) => {
  const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
  const { rows, next, more } = await (text.trim() === ''
    ? pageAfter(association, after)
    : called(associationId, text))
  const shown = await shownAmong(rows.map(({ applicant }) => applicant))
  return {
    members: rows.map(row => memberOf(row, association, shown)),
    next,
    more,
    total: association.members,
    presiding: presides(ctx.employee, associationId),
    holdsOffice: association.president.employeeId === ctx.employee.id,
    now: ctx.now,
  }
})
