import { refuse } from '@domain/kernel/errors'
import { inChina } from '@domain/kernel/time'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { csvOf } from '@platform/csv'
import { veilRows } from '../identity/public'
import { memberOf } from './memberViews'
import { associations, memberships } from './store'
import { presides } from './views'

/** As many as one read can return; the largest association has a third of it. */
const MEMBERS_MAX = 1_000

const HEADER = ['编号', '姓名', '园区', '部门', '入会日期', '职务']

export const exportMembers = handle(union.exportMembers, async (ctx, { associationId }) => {
  const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
  refuse(!presides(ctx.employee, associationId), 'UNION_ASSOCIATION_MISSING')
  const found = await memberships.find({
    where: { associationId, state: 'member' },
    orderBy: [['_id', 'asc']],
    limit: MEMBERS_MAX,
  })
  const members = found.map(membership => memberOf(membership, association))
  const rows = (await veilRows(members, ctx.employee)).map(({ person, joinedAt, presiding }) => {
    const { employeeId, name, site, department } = person
    return [
      employeeId,
      name,
      site,
      department,
      inChina(joinedAt).format('YYYY-MM-DD'),
      presiding ? '会长' : '会员',
    ]
  })
  const csv = csvOf(HEADER, rows)
  return ctx.transaction(
    async () => ({ csv, members: rows.length, complete: rows.length < MEMBERS_MAX }),
    () => ({
      subject: `${associations.name}/${associationId}`,
      before: null,
      after: { exportedMembers: rows.length },
    }),
  )
})
