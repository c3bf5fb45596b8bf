import { selfservice } from '@domain/selfservice/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { invoiceHandlers } from './invoiceHandlers'
import { shuttleHandlers } from './shuttleHandlers'
import { tend } from './tend'
import { receiveTicketVerdict } from './ticketClock'
import { ticketHandlers } from './ticketHandlers'

export const main = serve('selfservice', {
  contract: selfservice,
  handlers: { ...shuttleHandlers, ...ticketHandlers, ...invoiceHandlers },
  standingOf,
  timers: { tend },
  events: { wxa_media_check: receiveTicketVerdict },
})
