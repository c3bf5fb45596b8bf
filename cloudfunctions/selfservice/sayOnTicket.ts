import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { mayTalk, nextTicketState } from '@domain/selfservice/ticket'
import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { takePictures } from '../forum/public'
import { messages, tickets } from './store'
import type { MessageDocument, TicketDocument } from './ticketDocuments'
import { settleTickets, tellWords } from './ticketNotices'
import { requireSide } from './ticketReading'
import { afterTicketStep } from './ticketSteps'
import { messageOf } from './ticketViews'
import { saidBy } from './ticketWords'

export const sayOnTicket = handle(selfservice.sayOnTicket, async (ctx, input) => {
  const { ticketId, body, imageIds, note } = input
  refuse(body === '' && imageIds.length === 0, 'SELFSERVICE_NOTHING_SAID')
  const seen = await tickets.require(ticketId, 'SELFSERVICE_TICKET_MISSING')
  const side = requireSide(seen, ctx.employee)
  refuse(!mayTalk(seen.state), 'SELFSERVICE_TICKET_OVER')
  refuse(seen.messages >= ticketLimits.messagesMax, 'SELFSERVICE_TICKET_FULL')
  await ctx.wechat.assertTextIsSafe(body)
  const uploaded = [...new Set(imageIds)].map(fileId => ({ fileId, width: 0, height: 0 }))
  const pictures = await takePictures(uploaded, ctx.wechat)
  const voice = side === 'owner' ? 'owner' : note ? 'note' : 'handler'
  const message = saidBy(ctx, ticketId, { side: voice, body, pictures })

  // What was uploaded has been copied; a retry finds the ticket, and needs it no more.
  const files = { copies: pictures.map(({ fileId }) => fileId), uploads: imageIds }
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let isAnswer = false
  const result = await keepingCopies(files, () =>
    ctx.transaction(async tx => {
      const ticket = await tickets.in(tx).require(ticketId, 'SELFSERVICE_TICKET_MISSING')
      refuse(!mayTalk(ticket.state), 'SELFSERVICE_TICKET_OVER')
      refuse(ticket.messages >= ticketLimits.messagesMax, 'SELFSERVICE_TICKET_FULL')
      await messages.in(tx).insert(message)
      const moved = answered(ctx, ticket, voice)
      isAnswer = 'state' in moved
      const patch = {
        messages: ticket.messages + 1,
        ...moved,
        ...(await told(tx, ctx, ticket, message)),
      }
      await tickets.in(tx).update(ticketId, patch)
      const version = 'version' in patch ? (patch.version as number) : ticket.version
      return { message: messageOf(message, ctx.employee.id), version }
    }),
  )
  if (isAnswer) await settleTickets([ticketId], ctx.now)
  return result
})

/** The employee's words end the waiting for them; a handler's first words are the first answer. */
function answered(ctx: EmployeeContext, ticket: TicketDocument, voice: MessageDocument['side']) {
  if (voice === 'handler') return { firstAnsweredAt: ticket.firstAnsweredAt ?? ctx.now }
  if (voice === 'note' || nextTicketState(ticket.state, 'answer', 'owner') === null) return {}
  return afterTicketStep(ticket, { action: 'answer', actor: 'owner', by: ctx.employee.name, at: ctx.now })
}

/** The other side; of a note whoever has the ticket, unless they wrote it. */
async function told(tx: Transaction, ctx: EmployeeContext, ticket: TicketDocument, message: MessageDocument) {
  const words = message.body === '' ? '一张照片' : message.body
  if (message.side === 'handler') {
    const to = { employeeId: ticket.employeeId, told: ticket.toldOwner, words }
    return { toldOwner: await tellWords(tx, ctx, ticket, to) }
  }
  const { assigneeId, toldHandler } = ticket
  if (assigneeId === '' || assigneeId === ctx.employee.id) return {}
  return {
    toldHandler: await tellWords(tx, ctx, ticket, { employeeId: assigneeId, told: toldHandler, words }),
  }
}
