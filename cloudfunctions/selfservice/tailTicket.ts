import { TAIL_OVERLAP_MS } from '@domain/forum/conversation'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { selfservice } from '@domain/selfservice/contract'
import { handleWith } from '@platform/context'
import { tickets } from './store'
import { messagesOf, requireSight } from './ticketReading'
import { messageOf } from './ticketViews'

const along = ({ ticketId }: ParsedInputOf<typeof selfservice.tailTicket>) => ({
  ticket: tickets.along({
    where: { _id: ticketId },
    limit: 1,
    fields: ['employeeId', 'site', 'version', 'followerIds'],
  }),
})

export const tailTicket = handleWith(
  selfservice.tailTicket,
  along,
  async (ctx, { ticketId, since }, { ticket: [ticket] }) => {
    const side = requireSight(ticket, ctx.employee)
    const said = side === 'follower' ? [] : await messagesOf(ticketId, side, since - TAIL_OVERLAP_MS)
    return {
      messages: said.map(message => messageOf(message, ctx.employee.id)),
      version: ticket?.version ?? 0,
      now: ctx.now,
    }
  },
)
