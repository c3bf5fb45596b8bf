import { callOffEvent } from './callOffEvent'
import { createEvent } from './createEvent'
import { decideEvent } from './decideEvent'
import { editEvent } from './editEvent'
import { findEvents } from './findEvents'
import { joinEvent } from './joinEvent'
import { listComing } from './listComing'
import { listEvents } from './listEvents'
import { openEvent } from './openEvent'
import { openEventMonth } from './openEventMonth'
import { tellHost } from './tellHost'

const hosting = { createEvent, editEvent, callOffEvent, decideEvent }

/** Events of associations, as `eventContract.ts` has them. */
export const eventHandlers = {
  ...hosting,
  listEvents,
  findEvents,
  openEvent,
  openEventMonth,
  listComing,
  joinEvent,
  tellHost,
}
