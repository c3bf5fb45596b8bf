import { invoices } from './invoiceContract'
import { shuttle } from './shuttleContract'
import { shuttleDesk } from './shuttleDeskContract'
import { tickets } from './ticketContract'
import { ticketDesk } from './ticketDeskContract'

/** What an employee sees to alone, each noun with a contract of its own. */
export const selfservice = { ...shuttle, ...shuttleDesk, ...tickets, ...ticketDesk, ...invoices }
