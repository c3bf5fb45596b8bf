import { charactersOf, shortened } from '@domain/kernel/characters'
import { Refusal, refuse } from '@domain/kernel/errors'
import { dayOf, isDay } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { ticketColumn } from '@domain/selfservice/ticket'
import { answersTo, deskOf, handlersAt, needsSentence } from '@domain/selfservice/ticketCategory'
import { beginClock, boardKeyOf } from '@domain/selfservice/ticketDeadline'
import { ticketNumber } from '@domain/selfservice/ticketNumber'
import { hoursFor, type Urgency } from '@domain/selfservice/ticketUrgency'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { takePictures } from '../forum/public'
import { personOf } from '../identity/public'
import { categories, messages, tickets } from './store'
import type { CategoryDocument, TicketDocument } from './ticketDocuments'
import { tellOf } from './ticketNotices'
import { hearingAt } from './ticketReading'
import { saidBy } from './ticketWords'

const TITLE_CHARACTERS = 24
const SENTENCE_MIN = 2

/** "11 月 20 日" */
const sayDay = (on: string) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

export const submitTicket = handle(selfservice.submitTicket, async (ctx, input) => {
  const { categoryId, imageIds } = input
  const category = await categories.require(categoryId, 'SELFSERVICE_CATEGORY_MISSING')
  const site = deskOf(category, ctx.employee.site)
  if (site === null) throw new Refusal('SELFSERVICE_CATEGORY_MISSING')
  const answers = answersTo(category, input.answers, dayOf(ctx.now))
  if (answers === null) throw new Refusal('SELFSERVICE_ANSWERS_WRONG', ['answers'])
  refuse(
    charactersOf(input.body).length < SENTENCE_MIN && needsSentence(category),
    'SELFSERVICE_NOTHING_SAID',
  )
  const body = input.body || answers.map(({ value }) => (isDay(value) ? sayDay(value) : value)).join('，')
  await ctx.wechat.assertTextIsSafe(body, input.place, ...answers.map(({ value }) => value))
  const hearing = await hearingAt({ site, named: handlersAt(category, site) })
  const uploaded = [...new Set(imageIds)].map(fileId => ({ fileId, width: 0, height: 0 }))
  const pictures = await takePictures(uploaded, ctx.wechat)

  const ticket = {
    ...newTicket(ctx, category, { site, place: input.place, body, urgency: input.urgency }),
    answers,
  }
  const words = saidBy(ctx, ticket._id, { side: 'owner', body, pictures })
  // What was uploaded has been copied; a retry finds the ticket, and needs it no more.
  const files = { copies: pictures.map(({ fileId }) => fileId), uploads: imageIds }
  return keepingCopies(files, () =>
    ctx.transaction(async tx => {
      await tickets.in(tx).insert(ticket)
      await messages.in(tx).insert(words)
      for (const employeeId of hearing)
        await tellOf(tx, ctx, ticket, {
          employeeId,
          title: `${ctx.employee.name}要${category.name}`,
          body: `${ticket.place}：${ticket.title}`,
          todo: true,
        })
      return { ticketId: ticket._id, number: ticket.number, dueAt: ticket.dueAt ?? ctx.now }
    }),
  )
})

function newTicket(
  { employee, now, newId }: EmployeeContext,
  category: CategoryDocument,
  { site, place, body, urgency }: { site: string; place: string; body: string; urgency: Urgency },
): Omit<TicketDocument, 'answers'> {
  const _id = newId('ticket')
  const targetHours = hoursFor(category.targetHours, urgency)
  const clock = beginClock(targetHours, now)
  const [first = ''] = body.split('\n')
  return {
    _id,
    number: ticketNumber(_id, now),
    employeeId: employee.id,
    requester: personOf(employee),
    categoryId: category._id,
    category: category.name,
    icon: category.icon,
    targetHours,
    urgency,
    site,
    place,
    title: shortened(charactersOf(first), TITLE_CHARACTERS),
    state: 'submitted',
    column: ticketColumn('submitted'),
    ...clock,
    boardKey: boardKeyOf(_id, clock, now),
    version: 1,
    assigneeId: '',
    assigneeName: '',
    submittedAt: now,
    firstAnsweredAt: null,
    resolvedAt: null,
    trail: [{ action: 'submit', at: now, by: employee.name, note: null }],
    rating: null,
    messages: 1,
    toldOwner: null,
    toldHandler: null,
  }
}
