import { notice } from '@domain/notice/contract'
import { nothingLeft, permissionsAfter, recordsAfter } from '@domain/notice/permissions'
import { handle } from '@platform/context'
import { permissions } from './store'

export const recordPermissions = handle(notice.recordPermissions, async (ctx, { accepted, refused }) =>
  ctx.transaction(async tx => {
    const before = await permissions.in(tx).get(ctx.employee.id)
    const left = permissionsAfter(before?.left ?? {}, accepted, refused)
    const records = recordsAfter(before?.records ?? {}, accepted, refused, ctx.now)
    await permissions.in(tx).put({ ...before, _id: ctx.employee.id, left, records })
    return { left: { ...nothingLeft, ...left } }
  }),
)
