import { refuse } from '@domain/kernel/errors'
import { mayBeReminded, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { handleWith } from '@platform/context'
import { seen } from './openBroadcast'
import { scheduleOf } from './store'
import { cardAlong, noteOwn } from './wishes'

export const remindMe = handleWith(
  live.remindMe,
  cardAlong,
  async ({ employee, now }, { broadcastId, on }, read) => {
    const broadcast = seen(read.broadcast[0], employee, now)
    const status = statusAt(scheduleOf(broadcast), now)
    refuse(!mayBeReminded({ status, startsAt: broadcast.startsAt }, now), 'LIVE_NOT_BEFORE')
    await noteOwn({ broadcastId, employeeId: employee.id }, 'wants', { on, now })
    return { on }
  },
)
