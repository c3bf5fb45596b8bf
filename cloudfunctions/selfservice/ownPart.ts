import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { claimImports, claims, favourites, messages, tickets } from './store'
import type { MessageDocument, TicketDocument } from './ticketDocuments'

type Kept = 'tickets' | 'ticketWords' | 'claims' | 'lines'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [asked, said, followed, handedIn, favoured] = await Promise.all([
    readAll(tickets, { employeeId }, '_id'),
    readAll(messages, { 'by.employeeId': employeeId }, '_id'),
    tickets.find({ where: { followerIds: _.in([employeeId]) }, limit: FOLLOWED_MAX }),
    readAll(claims, { employeeId }, '_id'),
    favourites.find({ where: { employeeId }, orderBy: [['at', 'asc']], limit: LINES_MAX }),
  ])
  return {
    tickets: [...asked.map(ownTicket), ...followed.map(followedTicket)],
    ticketWords: said.map(ownWords),
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

const followedTicket = ({ _id, number, category }: TicketDocument) => ({
  ticketId: _id,
  number,
  category,
  followed: true,
})

/** Favourites go; tickets and invoices stay for the figures and the books, without the person and without their words. */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId, pseudonym } = leaving
  await favourites.removeWhere({ employeeId })
  await tickets.updateWhere({ followerIds: _.in([employeeId]) }, { followerIds: _.pull(employeeId) })
  await claims.updateWhere({ employeeId }, { employeeId: pseudonym, answers: [], answeredAt: null })
  await claimImports.updateWhere({ checkedBy: employeeId }, { checkedBy: pseudonym })
  await claimImports.updateWhere({ appliedBy: employeeId }, { appliedBy: pseudonym })
  for (;;) {
    if (shift.isOver()) return false
    const block = await tickets.find({ where: { employeeId }, orderBy: [['_id', 'desc']], limit: BLOCK })
    for (const ticket of block) {
      if (!(await silence(ticket, leaving))) return false
      // The last, because it is what the ticket is found by.
      await tickets.put(withoutPerson(ticket, leaving))
    }
    if (block.length < BLOCK) break
  }
  return leaveOthers(leaving, shift)
}

/** What was said and done on tickets of others is theirs and stays, under 前同事. */
async function leaveOthers({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const { name } = formerPerson(pseudonym)
  await messages.updateWhere({ 'by.employeeId': employeeId }, { by: { employeeId: pseudonym, name } })
  for (;;) {
    if (shift.isOver()) return false
    const block = await tickets.find({ where: { assigneeId: employeeId }, limit: BLOCK })
    if (block.length === 0) return true
    for (const { _id, version, assigneeName, trail } of block) {
      const signed = trail.map(step => (step.by === assigneeName ? { ...step, by: name } : step))
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

function withoutPerson(ticket: TicketDocument, { pseudonym }: Leaving): TicketDocument {
  const former = formerPerson(pseudonym)
  const { requester, trail, rating } = ticket
  return {
    ...ticket,
    employeeId: pseudonym,
    requester: former,
    title: '',
    place: '',
    answers: [],
    trail: trail.map(step => (step.by === requester.name ? { ...step, by: former.name, note: null } : step)),
    rating: rating && { ...rating, words: '' },
  }
}
