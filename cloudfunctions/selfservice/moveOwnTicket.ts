import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { tickets } from './store'
import { settleTickets, tellFollowers, tellOf } from './ticketNotices'
import { afterTicketStep } from './ticketSteps'

const wordsOf = { confirm: '确认办好了', reopen: '说还没办好', cancel: '取消了' }

export const moveOwnTicket = handle(selfservice.moveOwnTicket, async (ctx, { ticketId, action, note }) => {
  const { employee, now } = ctx
  refuse(action === 'reopen' && note.length < limits.reasonMin, 'SELFSERVICE_REASON_NEEDED', ['note'])
  if (note !== '') await ctx.wechat.assertTextIsSafe(note)
  const result = await ctx.transaction(async tx => {
    const ticket = await tickets.in(tx).require(ticketId, 'SELFSERVICE_TICKET_MISSING')
    if (ticket.employeeId !== employee.id) throw new Refusal('SELFSERVICE_TICKET_MISSING')
    const step = { action, actor: 'owner' as const, by: employee.name, at: now, note: note || null }
    const stepped = afterTicketStep(ticket, step)
    // Somebody new may be free sooner: what is opened again is everybody's until it is taken.
    const given = action === 'reopen' ? { assigneeId: '', assigneeName: '' } : {}
    await tickets.in(tx).update(ticketId, { ...stepped, ...given })
    if (ticket.assigneeId !== '')
      await tellOf(tx, ctx, ticket, {
        employeeId: ticket.assigneeId,
        title: `${employee.name}${wordsOf[action]}`,
        body: note || `${ticket.category}，${ticket.place}`,
        todo: action === 'reopen',
      })
    if (action === 'cancel')
      await tellFollowers(tx, ctx, ticket, {
        title: `${ticket.category}被取消了，还没好就自己提一件`,
        body: `${ticket.place}：${ticket.title}`,
      })
    return { state: stepped.state, version: stepped.version }
  })
  await settleTickets([ticketId], now)
  return result
})
