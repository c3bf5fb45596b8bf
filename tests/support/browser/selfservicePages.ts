import { type PageVisit, room, visit } from './pageVisit'

/** Works on what Shanghai asks of 行政. */
const HELPER = 'demo-xiahe'
/** Gives 行政支持 its categories. */
const SUPPORT_LEAD = 'demo-miaomiao'
const FINANCE = 'demo-shenyining'
const KEEPER_OF_BUSES = 'demo-panyue'

export const shuttlePages: PageVisit[] = [
  visit('shuttle', room('selfservice/shuttle')),
  visit('shuttle-line', room('selfservice/line', 'lineId=sh3')),
  visit('shuttle-timetable', room('selfservice/timetable', 'lineId=sh3')),
  visit('shuttle-desk', room('selfservice/shuttleDesk'), KEEPER_OF_BUSES),
  visit('shuttle-draft', room('selfservice/shuttleDraft', 'versionId=shuttle-draft'), KEEPER_OF_BUSES),
  visit(
    'shuttle-edit',
    room('selfservice/shuttleEdit', 'versionId=shuttle-draft&lineId=sh2'),
    KEEPER_OF_BUSES,
  ),
  visit('shuttle-import', room('selfservice/shuttleImport'), KEEPER_OF_BUSES),
]

export const supportPages = ({ ticketId }: { ticketId: string }): PageVisit[] => [
  visit('tickets', room('selfservice/tickets')),
  visit('new-ticket', room('selfservice/newTicket')),
  visit('support-ticket', room('selfservice/ticket', `ticketId=${ticketId}`)),
  visit('handled-ticket', room('selfservice/ticket', `ticketId=${ticketId}`), HELPER),
  visit('ticket-board', room('selfservice/ticketBoard'), HELPER),
  visit('ticket-figures', room('selfservice/ticketFigures'), HELPER),
  visit('ticket-categories', room('selfservice/ticketCategories'), SUPPORT_LEAD),
  visit('ticket-category', room('selfservice/ticketCategory', 'categoryId=repair'), SUPPORT_LEAD),
  visit('invoices', room('selfservice/invoices')),
  visit('claims', room('selfservice/invoices', 'tab=claims')),
  visit('invoice-desk', room('selfservice/invoiceDesk'), FINANCE),
  visit('title-edit', room('selfservice/titleEdit', 'titleId=shanghai'), FINANCE),
  visit('claim-import', room('selfservice/claimImport', 'importId=claims-demo'), FINANCE),
]
