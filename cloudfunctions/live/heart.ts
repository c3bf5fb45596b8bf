import { refuse } from '@domain/kernel/errors'
import { statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { handleWith } from '@platform/context'
import { seen } from './openBroadcast'
import { scheduleOf } from './store'
import { cardAlong, noteOwn } from './wishes'

export const heart = handleWith(
  live.heart,
  cardAlong,
  async ({ employee, now }, { broadcastId, on }, read) => {
    const broadcast = seen(read.broadcast[0], employee, now)
    refuse(statusAt(scheduleOf(broadcast), now) !== 'live', 'LIVE_NOT_LIVE')
    await noteOwn({ broadcastId, employeeId: employee.id }, 'hearted', { on, now })
    return { on }
  },
)
