import { syllablesOf } from '@domain/identity/searchTerms'
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

/** As many as one read can return; the largest association has a third of it. */
const NAMED_MAX = 1_000

/** Before every name. */
const HEAD_KEY = '-'

/** What a cursor is made of: letters of pinyin are, other signs of a name are not. */
const keyed = (key: string) => key.replace(/[^\w:.~-]/g, '_')

const nameKeyOf = ({ _id, applicant }: Pick<MembershipDocument, '_id' | 'applicant'>) =>
  `${syllablesOf(applicant.name).join('-')}~${_id}`

/** The president comes first, then by the pinyin of the name. Two requests: all names, then a page. */
async function namedAfter(
  { _id: associationId, president }: AssociationDocument,
  after: string | undefined,
): Promise<Listed> {
  const headId = membershipIdOf(associationId, president.employeeId)
  const all = await memberships.find({
    where: { associationId, state: 'member' },
    orderBy: [['_id', 'asc']],
    limit: NAMED_MAX,
    fields: ['_id', 'applicant'],
  })
  const sorted = all
    .map(row => ({ id: row._id, key: row._id === headId ? HEAD_KEY : keyed(nameKeyOf(row)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => key > after)
  const { rows: page, next } = pageOf(rest, limits.pageSize, ({ key }) => key)
  const found = await memberships.find({
    where: { _id: _.in(page.map(({ id }) => id)), state: 'member' },
    limit: limits.pageSize,
  })
  const rows = page.flatMap(({ id }) => found.find(({ _id }) => _id === id) ?? [])
  return { rows, next, more: false }
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

const pagesBy = { joined: pageAfter, name: namedAfter }

export const listMembers = handle(
  union.listMembers,
  async (ctx, { associationId, text = '', order, after }) => {
    const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
    const { rows, next, more } = await (text.trim() === ''
      ? pagesBy[order](association, after)
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
  },
)
