import type { Telling } from '@domain/booking/checkIn'
import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { sessionsBy, tellOfSeat } from '../booking/public'
import { withDeputies } from '../identity/public'
import { notify } from '../notice/public'
import { associations, events } from './store'

const words: Record<Telling, { title: (name: string, event: string) => string; body: string }> = {
  cannot: {
    title: (name, event) => `${name}去不了「${event}」`,
    body: '退出时间过了，名额没有空出来。',
  },
  came: {
    title: (name, event) => `${name}说来过「${event}」`,
    body: '没有扫到码。来了的话，在名单里点「其实来了」补记。',
  },
}

/** Whoever presides now hears it, and whoever does their work. */
export const tellHost = handle(union.tellHost, async (ctx, { eventId }) => {
  const { employee, now } = ctx
  const event = await events.require(eventId, 'UNION_EVENT_MISSING')
  const [association, sessions] = await Promise.all([
    associations.get(event.associationId),
    sessionsBy([eventId]),
  ])
  const session = sessions.get(eventId)
  if (!session) throw new Refusal('UNION_EVENT_MISSING')
  const president = association?.president ?? event.host
  const hearing = await withDeputies([president.employeeId], now)
  const { cancelUntil } = session
  return ctx.transaction(async tx => {
    const told = await tellOfSeat(tx, { sessionId: eventId, employeeId: employee.id, cancelUntil }, now)
    const { title, body } = words[told]
    for (const employeeId of hearing)
      await notify(tx, {
        _id: ctx.newId(`notice ${employeeId}`),
        employeeId,
        kind: 'union',
        from: employee.name,
        fromId: employee.id,
        title: title(employee.name, event.title),
        body,
        at: now,
        target: { kind: 'event', id: eventId },
      })
    return { told }
  })
})
