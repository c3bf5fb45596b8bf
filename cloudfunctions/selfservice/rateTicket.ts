import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { mayRate } from '@domain/selfservice/ticket'
import { handle } from '@platform/context'
import { tickets } from './store'

export const rateTicket = handle(selfservice.rateTicket, async (ctx, { ticketId, stars, words }) => {
  if (words !== '') await ctx.wechat.assertTextIsSafe(words)
  return ctx.transaction(async tx => {
    const ticket = await tickets.in(tx).require(ticketId, 'SELFSERVICE_TICKET_MISSING')
    refuse(ticket.employeeId !== ctx.employee.id, 'SELFSERVICE_TICKET_MISSING')
    refuse(!mayRate(ticket), 'SELFSERVICE_RATING_REFUSED')
    await tickets.in(tx).update(ticketId, { rating: { stars, words, at: ctx.now } })
    return { rated: true as const }
  })
})
