import { notice } from '@domain/notice/contract'
import { permissionsAfter } from '@domain/notice/permissions'
import { handle } from '@platform/context'
import { leftIn, permissionDocument, permissions } from './store'

export const recordPermissions = handle(notice.recordPermissions, async (ctx, { accepted, refused }) =>
  ctx.transaction(async tx => {
    const before = await permissions.in(tx).get(ctx.employee.id)
    const left = permissionsAfter(before ? leftIn(before) : {}, accepted, refused)
    await permissions.in(tx).put(permissionDocument(ctx.employee.id, left))
    return { left: { ...left } }
  }),
)
