import { RECONCILED_MS } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { DAY_MS } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { letIn } from './checkInVisitors'
import { isVenue, runFacility, sessionsIn, subjectsOf } from './facilityReading'

/** Every scan stands for itself, as at a centre's desk. */
export const checkInAtFacility = handle(booking.checkInAtFacility, async (ctx, { facilityId, scans }) => {
  const facility = await runFacility(ctx.employee, facilityId)
  const ids = (await subjectsOf(facility)).map(({ subjectId }) => subjectId)
  const now = Date.now()
  const found = await sessionsIn(ids, { fromAt: now - DAY_MS - RECONCILED_MS, untilAt: now + DAY_MS })
  const sessions = new Map(found.map(session => [session._id, session]))
  const isPrivate = isVenue(facility) && facility.isPrivate
  const results = []
  for (const scan of scans) {
    const result = await letIn(ctx, sessions, scan, now)
    results.push(isPrivate ? { ...result, name: null, placeId: null } : result)
  }
  return { results }
})
