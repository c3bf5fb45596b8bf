import type { OutputOf } from '@domain/kernel/contract'
import { Refusal } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { nextTicketState } from '@domain/selfservice/ticket'
import { handlersAt } from '@domain/selfservice/ticketCategory'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { colleaguesBy } from '../identity/public'
import { tickets } from './store'
import type { CategoryDocument, TicketDocument } from './ticketDocuments'
import { settleTickets, tellOf } from './ticketNotices'
import { allCategories, sideOf } from './ticketReading'
import { afterTicketStep } from './ticketSteps'

type Skipped = OutputOf<typeof selfservice.assignTickets>['skipped'][number]['why']

interface Handler {
  employeeId: string
  name: string
}

/**
 * Each ticket goes by the version that its giver has seen: of two who take one in the same second the second takes
 * nothing, and of a batch the rest goes through.
 */
export const assignTickets = handle(selfservice.assignTickets, async (ctx, { tickets: known, handlerId }) => {
  const [found, [handler]] = await Promise.all([allCategories(), colleaguesBy([handlerId])])
  if (!handler) throw new Refusal('SELFSERVICE_HANDLER_MISSING')
  const byId = new Map(found.map(category => [category._id, category]))
  const versions = new Map(known.map(({ ticketId, version }) => [ticketId, version]))
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let given: TicketDocument[] = []

  const result = await ctx.transaction(
    async tx => {
      given = []
      const skipped: { ticketId: string; why: Skipped }[] = []
      for (const [ticketId, version] of versions) {
        const ticket = await tickets.in(tx).get(ticketId)
        const why = whyNot(ctx, ticket, { version, handlerId, category: byId.get(ticket?.categoryId ?? '') })
        if (why !== null || !ticket) {
          skipped.push({ ticketId, why: why ?? 'refused' })
          continue
        }
        await give(ctx, tx, ticket, handler)
        given.push(ticket)
      }
      return { assigned: given.map(({ _id }) => _id), skipped }
    },
    () => ({
      subject: tickets.name,
      before: Object.fromEntries(given.map(({ _id, assigneeId }) => [_id, assigneeId])),
      after: Object.fromEntries(given.map(({ _id }) => [_id, handlerId])),
    }),
  )
  await settleTickets(result.assigned, ctx.now)
  return result
})

function whyNot(
  { employee }: EmployeeContext,
  ticket: TicketDocument | null,
  to: { version: number; handlerId: string; category: CategoryDocument | undefined },
): Skipped | null {
  if (!ticket || sideOf(ticket, employee) === null) return 'refused'
  if (ticket.version !== to.version) return 'changed'
  if (nextTicketState(ticket.state, 'assign', 'handler') === null) return 'refused'
  // Whoever wrote it does not work on it; whoever takes it may do so by their own grant.
  if (ticket.employeeId === to.handlerId) return 'notTheirs'
  const isNamed = to.category !== undefined && handlersAt(to.category, ticket.site).includes(to.handlerId)
  const takesIt = to.handlerId === employee.id && sideOf(ticket, employee) === 'handler'
  return isNamed || takesIt ? null : 'notTheirs'
}

async function give(
  ctx: EmployeeContext,
  tx: Transaction,
  ticket: TicketDocument,
  { employeeId, name }: Handler,
): Promise<void> {
  const step = { action: 'assign', actor: 'handler', by: ctx.employee.name, at: ctx.now, note: name } as const
  await tickets.in(tx).update(ticket._id, {
    ...afterTicketStep(ticket, step),
    assigneeId: employeeId,
    assigneeName: name,
  })
  if (employeeId !== ctx.employee.id)
    await tellOf(tx, ctx, ticket, {
      employeeId,
      title: `${ctx.employee.name}把一件${ticket.category}交给你`,
      body: `${ticket.place}：${ticket.title}`,
      todo: true,
    })
  await tellOf(tx, ctx, ticket, {
    employeeId: ticket.employeeId,
    title: `${name}接了你的${ticket.category}`,
    body: ticket.title,
  })
}
