import { attendedAt, countsAsScan, doorsOpenAt, ownScanIs, whatToTell } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { type EmployeeContext, handle } from '@platform/context'
import { hostsOf, tellHosts } from '../union/events/public'
import { attend } from './attend'
import { type PlaceDocument, placeIdOf, places, type SessionDocument, sessions } from './store'

export const checkInAtDoor = handle(booking.checkInAtDoor, async (ctx, input) => {
  const { sessionId, doorCode, scannedAt = ctx.now } = input
  const session = await sessions.require(sessionId, 'BOOKING_SESSION_MISSING')
  const found = await places.require(placeIdOf(sessionId, ctx.employee.id), 'BOOKING_PLACE_MISSING')
  refuse(session.doorCode !== doorCode, 'BOOKING_CODE_UNKNOWN')
  refuse(ctx.now < doorsOpenAt(session), 'BOOKING_NOT_OPEN_YET')
  const worth = worthOf(session, scannedAt, ctx.now)
  refuse(worth === null, 'BOOKING_NOT_OPEN_YET')
  if (worth === 'claim') return claim(ctx, session, found, scannedAt)
  // What earns does so by when it arrives.
  const at = session.kind === 'event' ? ctx.now : attendedAt(session, scannedAt, ctx.now)
  return enter(ctx, session, found, at)
})

/** At a gym or a court nobody can say afterwards who was there, and coming earns nothing: there the phone is believed. */
function worthOf(session: SessionDocument, scannedAt: Instant, now: Instant) {
  if (session.kind === 'event') return ownScanIs(session, scannedAt, now)
  return countsAsScan(session, scannedAt, now) ? 'entry' : null
}

function enter(ctx: EmployeeContext, session: SessionDocument, found: PlaceDocument, at: Instant) {
  return ctx.transaction(async tx => {
    const by = ctx.employee.name
    const { outcome, place, earned } = await attend(tx, session, found, { at, by })
    refuse(outcome === 'already', 'BOOKING_ALREADY_ATTENDED')
    refuse(outcome === 'notConfirmed', 'BOOKING_TRANSITION_REFUSED')
    return { state: place.state, earned, claimed: false }
  })
}

/** Told once, however often it is handed in. */
async function claim(
  ctx: EmployeeContext,
  session: SessionDocument,
  found: PlaceDocument,
  scannedAt: Instant,
) {
  const hosts = await hostsOf(session.hostScopeId, ctx.now)
  return ctx.transaction(async tx => {
    const place = await places.in(tx).require(found._id, 'BOOKING_PLACE_MISSING')
    refuse(place.state === 'attended', 'BOOKING_ALREADY_ATTENDED')
    refuse(
      whatToTell({ ...place, ...session, state: place.state }, ctx.now) !== 'came',
      'BOOKING_TRANSITION_REFUSED',
    )
    // The host has answered already.
    refuse(place.told?.answer !== undefined, 'BOOKING_TRANSITION_REFUSED')
    if (place.told?.scannedAt === undefined) {
      await places.in(tx).put({ ...place, told: { what: 'came', at: ctx.now, scannedAt } })
      await tellHosts(tx, ctx, { eventId: session._id, title: session.title }, { hosts, heard: 'scanned' })
    }
    return { state: place.state, earned: null, claimed: true }
  })
}
