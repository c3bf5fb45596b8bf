import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { hangPhotos } from './hangPhotos'
import { isMember } from './membershipOf'
import { presides } from './views'

export const addPhotos = handle(union.addPhotos, async (ctx, { associationId, fileIds }) => {
  const belongs = await isMember(associationId, ctx.employee)
  refuse(!belongs && !presides(ctx.employee, associationId), 'UNION_MEMBERS_ONLY')
  return hangPhotos(ctx, { associationId, eventId: null, fileIds })
})
