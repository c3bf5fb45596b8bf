import { refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { selfservice } from '@domain/selfservice/contract'
import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { handle } from '@platform/context'
import { messages, tickets } from './store'
import type { TicketDocument } from './ticketDocuments'
import { settleTickets, tellFollowers, tellOf } from './ticketNotices'
import { requireHandling } from './ticketReading'
import { afterTicketStep } from './ticketSteps'
import { saidBy } from './ticketWords'

const titles = {
  start: (category: string) => `你的${category}开始处理了`,
  ask: (category: string) => `${category}等你补充`,
  resume: (category: string) => `你的${category}继续处理了`,
  resolve: (category: string) => `${category}办好了，看看对不对`,
  decline: (category: string) => `你的${category}没有受理`,
}

/** What those hear with whom it is the same. */
const followedTitles = {
  resolve: (category: string) => `${category}办好了，你那边好了吗`,
  decline: (category: string) => `你也说过的${category}没有受理`,
}

/** What is said even where no more can be: without it nobody would learn how it ended. */
const ENDS: readonly string[] = ['resolve', 'decline']

/** What cannot be done without saying why, or what to do next. */
const SAYS: readonly string[] = ['ask', 'resolve', 'decline']

export const workTicket = handle(selfservice.workTicket, async (ctx, input) => {
  const { ticketId, version, action, note } = input
  const { employee, now } = ctx
  refuse(SAYS.includes(action) && note.length < limits.reasonMin, 'SELFSERVICE_REASON_NEEDED', ['note'])
  if (note !== '') await ctx.wechat.assertTextIsSafe(note)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const seen: { before?: TicketDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const ticket = await tickets.in(tx).require(ticketId, 'SELFSERVICE_TICKET_MISSING')
      requireHandling(ticket, employee)
      refuse(ticket.version !== version, 'SELFSERVICE_TICKET_CHANGED')
      const step = { action, actor: 'handler' as const, by: employee.name, at: now, note: note || null }
      const stepped = afterTicketStep(ticket, step)
      const isNobodys = ticket.assigneeId === '' && action === 'decline'
      refuse(ticket.assigneeId !== employee.id && !isNobodys, 'SELFSERVICE_TICKET_NOT_YOURS')
      const isFull = ticket.messages >= ticketLimits.messagesMax && !ENDS.includes(action)
      refuse(note !== '' && isFull, 'SELFSERVICE_TICKET_FULL')
      const says = note === '' ? null : saidBy(ctx, ticketId, { side: 'handler', body: note, pictures: [] })
      if (says) await messages.in(tx).insert(says)
      const spoken = says
        ? { messages: ticket.messages + 1, firstAnsweredAt: ticket.firstAnsweredAt ?? now }
        : {}
      await tickets.in(tx).update(ticketId, { ...stepped, ...spoken })
      await tellOf(tx, ctx, ticket, {
        employeeId: ticket.employeeId,
        title: titles[action](ticket.category),
        body: note || ticket.title,
        todo: action === 'ask' || action === 'resolve',
      })
      if (action === 'resolve' || action === 'decline')
        await tellFollowers(tx, ctx, ticket, {
          title: followedTitles[action](ticket.category),
          body: `${ticket.place}：${note}`,
        })
      seen.before = ticket
      return { state: stepped.state, version: stepped.version }
    },
    () => ({
      subject: `${tickets.name}/${ticketId}`,
      before: { state: seen.before?.state },
      after: { action, note },
    }),
  )
  await settleTickets([ticketId], now)
  return result
})
