import { isDoorOpen } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { slotRunning, slotsOn } from '@domain/booking/slots'
import { centreFor, seatsOf } from '@domain/booking/visitKinds'
import { Refusal, refuse } from '@domain/kernel/errors'
import { dayOf, startOfDay } from '@domain/kernel/time'
import { type EmployeeContext, handle } from '@platform/context'
import { closuresAfter, hostedCentre, kindOf, openedOfDay } from './centreReading'
import { enteringPlace } from './entering'
import { claimSeats } from './join'
import { afterStep } from './placeSteps'
import { type PlaceDocument, placeIdOf, places, type SessionDocument } from './store'
import { openVisitSession } from './visitSession'
import { walkInId } from './walkIn'

const NAMELESS = '现场来客'
const FROM = '没有预约'

/**
 * A guest's place like any other, so that seats, list and figures count it; only that it is nobody's of the company: no
 * quota, no coins, no notices. Whoever waits for the hour comes first.
 */
export const admitWalkIn = handle(booking.admitWalkIn, async (ctx, { centreId, kindId, party, name }) => {
  const centre = await hostedCentre(ctx.employee, centreId)
  const kind = kindOf(centre, kindId)
  const today = dayOf(ctx.now)
  const [closings, opened] = await Promise.all([
    // Also one that is over: what it touched and still runs takes place no more than the rest.
    closuresAfter([centreId], startOfDay(today)),
    openedOfDay(today, centreId, kind.kindId),
  ])
  const slots = slotsOn(today, centreFor(centre, kind), closings, opened)
  const slot = slotRunning(ctx.now, slots, each => isDoorOpen(each, ctx.now))
  if (!slot) throw new Refusal('BOOKING_SLOT_MISSING')
  refuse(slot.closedBecause !== null, 'BOOKING_SLOT_CLOSED')
  if (name !== '') await ctx.wechat.assertTextIsSafe(name)

  const session = await openVisitSession(centre, kind, slot, ctx.now)
  const guestId = walkInId(ctx.newId('guest'))
  const placeId = placeIdOf(session._id, guestId)
  const claimant = { _id: placeId, party, place: null, receiptId: ctx.receiptId }
  refuse(!(await claimSeats(session, claimant)), 'BOOKING_FULL', ['party'])
  const person = { employeeId: guestId, name: name === '' ? NAMELESS : name, site: '', department: FROM }
  return ctx.transaction(async tx => {
    await places.in(tx).put(admitted(ctx, session, { placeId, person, party }))
    const left = Math.max(0, session.capacity - session.taken - seatsOf({ ...session, party }))
    return { placeId, startsAt: slot.startsAt, left, byCar: session.visit?.byCar === true }
  })
})

/** In, and there already. */
function admitted(
  ctx: EmployeeContext,
  session: SessionDocument,
  { placeId, person, party }: { placeId: string; person: PlaceDocument['person']; party: number },
): PlaceDocument {
  const step = { at: ctx.now, by: ctx.employee.name, note: FROM }
  const entering = enteringPlace(session, null, {
    ...{ placeId, person, wish: { party } },
    queueKey: ctx.newId('queue'),
    long: ctx.newId('code'),
  })
  return afterStep(afterStep(entering, { ...step, action: 'join' }), { ...step, action: 'attend' })
}
