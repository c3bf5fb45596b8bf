import { assignTickets } from './assignTickets'
import { followTicket } from './followTicket'
import { listTickets } from './listTickets'
import { moveOwnTicket } from './moveOwnTicket'
import { openTicket } from './openTicket'
import { openTicketBoard } from './openTicketBoard'
import { openTicketCategories } from './openTicketCategories'
import { openTicketFigures } from './openTicketFigures'
import { openTicketForm } from './openTicketForm'
import { rateTicket } from './rateTicket'
import { saveTicketCategory } from './saveTicketCategory'
import { sayOnTicket } from './sayOnTicket'
import { submitTicket } from './submitTicket'
import { tailTicket } from './tailTicket'
import { workTicket } from './workTicket'

const asking = { listTickets, openTicketForm, submitTicket, moveOwnTicket, rateTicket }
const talking = { openTicket, followTicket, tailTicket, sayOnTicket }
const working = { openTicketBoard, assignTickets, workTicket, openTicketFigures }
const keeping = { openTicketCategories, saveTicketCategory }

export const ticketHandlers = { ...asking, ...talking, ...working, ...keeping }
