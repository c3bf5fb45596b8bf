import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { personOf } from '../identity/public'
import { membershipIdOf, memberships, photos } from './store'
import { presides } from './views'

export const addPhotos = handle(union.addPhotos, async (ctx, { associationId, fileIds }) => {
  const membership = await memberships.get(membershipIdOf(associationId, ctx.employee.id))
  refuse(membership?.state !== 'member' && !presides(ctx.employee, associationId), 'UNION_MEMBERS_ONLY')
  const checked = await Promise.all(
    [...new Set(fileIds)].map(async fileId => ({ fileId, ...(await ctx.wechat.checkImage(fileId)) })),
  )
  return ctx.transaction(async tx => {
    for (const [index, { fileId, traceId }] of checked.entries())
      await photos.in(tx).insert({
        _id: ctx.newId(`photo ${index}`),
        associationId,
        fileId,
        traceId,
        state: 'checking',
        by: personOf(ctx.employee),
        at: ctx.now,
      })
    return { added: checked.length }
  })
})
