import { deadlinesOf } from '@domain/booking/bookingRules'
import { slotSessionId } from '@domain/booking/slotIds'
import type { Slot } from '@domain/booking/slots'
import { centreFor, kindSaid, slotSubjectOf, type VisitKind } from '@domain/booking/visitKinds'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { ulid } from 'ulid'
import { newSession } from './newSession'
import { openSlotSession } from './slotSession'
import type { CentreDocument, SessionDocument } from './store'

/** Of the door's code: 16 characters of base 32 that nobody guesses. */
const DOOR_CODE_LENGTH = 16

/** The session of a slot of a kind, see `openSlotSession`. */
export function openVisitSession(
  centre: CentreDocument,
  kind: VisitKind,
  slot: Slot,
  now: Instant,
): Promise<SessionDocument> {
  const id = slotSessionId('visit', slotSubjectOf(centre._id, kind.kindId), slot.startsAt)
  return openSlotSession(id, _id => sessionOf(_id, centreFor(centre, kind), kind, { slot, now }))
}

function sessionOf(
  _id: string,
  centre: CentreDocument,
  kind: VisitKind,
  { slot, now }: { slot: Slot; now: Instant },
): SessionDocument {
  const { startsAt, endsAt } = slot
  const { seats, partyMax } = centre.rules
  const remindAt = startsAt - DAY_MS
  return newSession({
    _id,
    kind: 'visit',
    subjectId: centre._id,
    title: centre.name,
    // A centre that says of no kinds says of none on its tickets.
    ...(centre.kinds ? { visit: kindSaid(kind) } : {}),
    venue: centre.address,
    coverFileId: centre.coverFileId,
    startsAt,
    endsAt,
    ...deadlinesOf(slot, centre.rules),
    capacity: seats,
    partyMax,
    fee: 0,
    earns: 'booking.attended',
    hostScopeId: centre._id,
    doorCode: ulid().slice(-DOOR_CODE_LENGTH),
    remindAt: remindAt > now ? remindAt : null,
    state: 'open',
  })
}
