import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { findPhotos, photoPageOf } from './photoReading'
import { membershipIdOf, memberships } from './store'

export const listPhotos = handle(union.listPhotos, async (ctx, { associationId, after }) => {
  const [found, membership] = await Promise.all([
    findPhotos(associationId, after),
    memberships.get(membershipIdOf(associationId, ctx.employee.id)),
  ])
  return { ...photoPageOf(found, associationId, ctx.employee, membership), now: ctx.now }
})
