import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { sessionsBy, tellOfSeat } from '../booking/public'
import { hostsOf, tellHosts } from './hosts'
import { events } from './store'

export const tellHost = handle(union.tellHost, async (ctx, { eventId }) => {
  const event = await events.require(eventId, 'UNION_EVENT_MISSING')
  const [hosts, sessions] = await Promise.all([hostsOf(event.associationId, ctx.now), sessionsBy([eventId])])
  const session = sessions.get(eventId)
  if (!session) throw new Refusal('UNION_EVENT_MISSING')
  const { cancelUntil } = session
  return ctx.transaction(async tx => {
    const told = await tellOfSeat(
      tx,
      { sessionId: eventId, employeeId: ctx.employee.id, cancelUntil },
      ctx.now,
    )
    await tellHosts(tx, ctx, { eventId, title: event.title }, { hosts, heard: told })
    return { told }
  })
})
