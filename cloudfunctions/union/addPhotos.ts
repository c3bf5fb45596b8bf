import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { hangPhotos } from './hangPhotos'
import { membershipIdOf, memberships } from './store'
import { presides } from './views'

export const addPhotos = handle(union.addPhotos, async (ctx, { associationId, fileIds }) => {
  const membership = await memberships.get(membershipIdOf(associationId, ctx.employee.id))
  refuse(membership?.state !== 'member' && !presides(ctx.employee, associationId), 'UNION_MEMBERS_ONLY')
  return hangPhotos(ctx, { associationId, eventId: null, fileIds })
})
