import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { isMember } from './membershipOf'
import { photoPage } from './photoViews'
import { presides } from './views'

export const listPhotos = handle(union.listPhotos, async (ctx, { associationId, after }) => {
  const { employee } = ctx
  const [page, belongs] = await Promise.all([
    photoPage({ associationId }, employee, after),
    isMember(associationId, employee),
  ])
  return { ...page, mayAdd: belongs || presides(employee, associationId), now: ctx.now }
})
