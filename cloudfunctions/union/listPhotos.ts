import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { membershipIdOf, memberships, photos } from './store'
import { presides } from './views'

export const listPhotos = handle(union.listPhotos, async (ctx, { associationId, after }) => {
  const { employee } = ctx
  const [found, membership] = await Promise.all([
    photos.find({
      where: { associationId, ...(after === undefined ? {} : { _id: _.lt(after) }) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
    }),
    memberships.get(membershipIdOf(associationId, employee.id)),
  ])
  const isPresident = presides(employee, associationId)
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const seen = rows.filter(({ state, by }) => state === 'passed' || by.employeeId === employee.id)
  return {
    photos: seen.map(({ _id, fileId, by, at, state }) => ({
      photoId: _id,
      fileId,
      by,
      at,
      checking: state === 'checking',
      removable: isPresident || by.employeeId === employee.id,
    })),
    next,
    mayAdd: isPresident || membership?.state === 'member',
    now: ctx.now,
  }
})
