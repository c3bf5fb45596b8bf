import { notice } from '@domain/notice/contract'
import { nothingLeft, permissionsAfter } from '@domain/notice/permissions'
import { handle } from '@platform/context'
import { permissions } from './store'

export const recordPermissions = handle(notice.recordPermissions, async (ctx, { accepted, refused }) =>
  ctx.transaction(async tx => {
    const before = await permissions.in(tx).get(ctx.employee.id)
    const left = permissionsAfter(before?.left ?? {}, accepted, refused)
    await permissions.in(tx).put({ _id: ctx.employee.id, left })
    return { left: { ...nothingLeft, ...left } }
  }),
)
