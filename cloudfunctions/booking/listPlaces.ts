import { booking } from '@domain/booking/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { places } from './store'
import { placeView } from './views'

export const listPlaces = handle(booking.listPlaces, async (ctx, { after }) => {
  const found = await places.find({
    where: { employeeId: ctx.employee.id, ...(after === undefined ? {} : { listKey: _.lt(after) }) },
    orderBy: [['listKey', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ listKey }) => listKey)
  return { places: rows.map(placeView), next, now: ctx.now }
})
