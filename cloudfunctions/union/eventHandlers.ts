import { createEvent } from './createEvent'
import { joinEvent } from './joinEvent'
import { listEvents } from './listEvents'
import { openEvent } from './openEvent'

/** Events of associations, as `eventContract.ts` has them. */
export const eventHandlers = { createEvent, listEvents, openEvent, joinEvent }
