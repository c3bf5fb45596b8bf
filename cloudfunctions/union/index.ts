import { union } from '@domain/union/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { apply } from './apply'
import { createEvent } from './createEvent'
import { decide } from './decide'
import { decideFounding } from './decideFounding'
import { joinEvent } from './joinEvent'
import { leave } from './leave'
import { listAssociations } from './listAssociations'
import { listDecided } from './listDecided'
import { listEvents } from './listEvents'
import { listMyApplications } from './listMyApplications'
import { listMyFoundings } from './listMyFoundings'
import { openApplication } from './openApplication'
import { openAssociation } from './openAssociation'
import { openEvent } from './openEvent'
import { openFounding } from './openFounding'
import { proposeAssociation } from './proposeAssociation'
import { remindLate } from './remindLate'
import { revoke } from './revoke'
import { withdraw } from './withdraw'
import { withdrawFounding } from './withdrawFounding'

export const main = serve('union', {
  contract: union,
  handlers: {
    listAssociations,
    openAssociation,
    apply,
    withdraw,
    leave,
    listMyApplications,
    openApplication,
    listDecided,
    decide,
    revoke,
    createEvent,
    listEvents,
    openEvent,
    joinEvent,
    proposeAssociation,
    openFounding,
    listMyFoundings,
    decideFounding,
    withdrawFounding,
  },
  standingOf,
  timers: { remindLate },
})
