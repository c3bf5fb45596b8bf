import { refuse } from '@domain/kernel/errors'
import { statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { handleWith } from '@platform/context'
import { seen } from './openBroadcast'
import { broadcasts, scheduleOf } from './store'
import { cardFields } from './views'
import { noteOwn } from './wishes'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1, fields: cardFields }),
})

export const heart = handleWith(live.heart, along, async ({ employee, now }, { broadcastId, on }, read) => {
  const broadcast = seen(read.broadcast[0], employee, now)
  refuse(statusAt(scheduleOf(broadcast), now) !== 'live', 'LIVE_NOT_LIVE')
  await noteOwn({ broadcastId, employeeId: employee.id }, 'hearted', { on, now })
  return { on }
})
