import { ticketTable } from '@domain/selfservice/ticket'
import { desksWithout, handlersAt } from '@domain/selfservice/ticketCategory'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables, withoutSignature } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { transaction } from '@platform/transaction'
import { forgetClaims } from './ownClaims'
import { categories, claims, favourites, messages, tickets } from './store'
import type { CategoryDocument, MessageDocument, TicketDocument } from './ticketDocuments'
import { allCategories } from './ticketReading'

type Kept = 'tickets' | 'ticketWords' | 'desks' | 'claims' | 'lines'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [asked, said, followed, handedIn, favoured, offered] = await Promise.all([
    readAll(tickets, { employeeId }, '_id'),
    readAll(messages, { 'by.employeeId': employeeId }, '_id'),
    tickets.find({ where: { followerIds: _.in([employeeId]) }, limit: FOLLOWED_MAX }),
    readAll(claims, { employeeId }, '_id'),
    favourites.find({ where: { employeeId }, orderBy: [['at', 'asc']], limit: LINES_MAX }),
    allCategories(),
  ])
  return {
    tickets: [...asked.map(ownTicket), ...followed.map(followedTicket)],
    ticketWords: said.map(ownWords),
    desks: offered.flatMap(category => ownDesks(category, employeeId)),
    claims: handedIn,
    lines: favoured,
  }
}

/** Favoured lines: the room allows ten. */
const LINES_MAX = 100
/** Tickets of others that somebody has said the same of. */
const FOLLOWED_MAX = 1_000
/** Of one ticket: the room allows two hundred. */
const MESSAGES_MAX = 1_000
const BLOCK = 20

function ownTicket({
  _id,
  number,
  category,
  site,
  place,
  title,
  answers,
  state,
  submittedAt,
  rating,
}: TicketDocument) {
  return { ticketId: _id, number, category, site, place, title, answers, state, submittedAt, rating }
}

/** What was asked in the form is the first of them. */
const ownWords = ({ ticketId, side, body, images, at }: MessageDocument) => ({
  ...{ ticketId, side, body, at },
  images: images.map(({ fileId }) => fileId),
})

const ownDesks = (category: CategoryDocument, employeeId: string) =>
  category.desks
    .filter(({ site }) => handlersAt(category, site).includes(employeeId))
    .map(({ site, leadId }) => ({ category: category.name, site, leads: leadId === employeeId }))

const followedTicket = ({ _id, number, category }: TicketDocument) => ({
  ticketId: _id,
  number,
  category,
  followed: true,
})

/** Favourites go; tickets and invoices stay for the figures and the books, without the person and without their words. */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId } = leaving
  await favourites.removeWhere({ employeeId })
  await tickets.updateWhere({ followerIds: _.in([employeeId]) }, { followerIds: _.pull(employeeId) })
  await leaveDesks(employeeId)
  if (!(await forgetClaims(leaving, shift))) return false
  for (;;) {
    if (shift.isOver()) return false
    const block = await tickets.find({ where: { employeeId }, orderBy: [['_id', 'desc']], limit: BLOCK })
    for (const ticket of block) {
      if (!(await silence(ticket, leaving))) return false
      // The last, because it is what the ticket is found by.
      await forgetIn(ticket._id, leaving)
    }
    if (block.length < BLOCK) break
  }
  return leaveOthers(leaving, shift)
}

/** Whoever is named at a desk is told of its tickets. */
async function leaveDesks(employeeId: string): Promise<void> {
  const isNamed = ({ desks }: CategoryDocument) =>
    desks.some(({ leadId, handlerIds }) => leadId === employeeId || handlerIds.includes(employeeId))
  for (const { _id } of (await allCategories()).filter(isNamed))
    await transaction(async tx => {
      const category = await categories.in(tx).get(_id)
      if (!category || !isNamed(category)) return
      const desks = desksWithout(category.desks, employeeId)
      await categories.in(tx).update(_id, { desks, version: category.version + 1 })
    })
}

/** In a transaction: what a handler does to the ticket at the same time stays done. */
async function forgetIn(ticketId: string, leaving: Leaving): Promise<void> {
  await transaction(async tx => {
    const ticket = await tickets.in(tx).get(ticketId)
    if (ticket?.employeeId === leaving.employeeId) await tickets.in(tx).put(withoutPerson(ticket, leaving))
  })
}

/** What was said and done on tickets of others is theirs and stays, under 前同事. */
async function leaveOthers(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId, pseudonym } = leaving
  const { name } = formerPerson(pseudonym)
  await tickets.updateWhere({ 'toldHandler.employeeId': employeeId }, { toldHandler: null })
  await messages.updateWhere({ 'by.employeeId': employeeId }, { by: { employeeId: pseudonym, name } })
  for (;;) {
    if (shift.isOver()) return false
    const block = await tickets.find({ where: { assigneeId: employeeId }, limit: BLOCK })
    if (block.length === 0) return true
    for (const { _id, version, assigneeName, trail } of block) {
      // A step that gives it to somebody says to whom.
      const signed = withoutSignature(trail, leaving, { called: assigneeName }).map(step =>
        step.note === assigneeName || step.note === leaving.name ? { ...step, note: name } : step,
      )
      const patch = { assigneeId: pseudonym, assigneeName: name, trail: signed }
      // Whoever moves the ticket meanwhile is not written over: it is found again.
      await tickets.updateWhere({ _id, version, assigneeId: employeeId }, patch)
    }
  }
}

/** @returns false when storage can't be reached, and everything is to be done again */
async function silence({ _id }: TicketDocument, { employeeId, pseudonym }: Leaving): Promise<boolean> {
  const said = await messages.find({
    where: { ticketId: _id },
    orderBy: [['at', 'asc']],
    limit: MESSAGES_MAX,
  })
  const own = said.filter(({ by }) => by.employeeId === employeeId)
  if (!(await removeFiles(own.flatMap(filesOf)))) return false
  const by = { employeeId: pseudonym, name: formerPerson(pseudonym).name }
  for (const message of own)
    await messages.updateWhere({ _id: message._id }, { by, body: '', images: [], imagesState: 'none' })
  return true
}

const filesOf = ({ images }: MessageDocument) => images.map(({ fileId }) => fileId)

function withoutPerson(ticket: TicketDocument, leaving: Leaving): TicketDocument {
  const { pseudonym } = leaving
  const former = formerPerson(pseudonym)
  const { requester, trail, rating } = ticket
  return {
    ...ticket,
    employeeId: pseudonym,
    requester: former,
    title: '',
    place: '',
    answers: [],
    trail: withoutSignature(trail, leaving, {
      called: requester.name,
      isOwn: action => action !== 'escalate' && ticketTable[action].by === 'owner',
    }),
    toldOwner: null,
    rating: rating && { ...rating, words: '' },
  }
}
