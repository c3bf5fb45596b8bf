import { namesOfActing } from '@domain/access/lending'
import { RECONCILED_MS } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { DAY_MS } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { isPlaceId, letIn } from './checkInVisitors'
import { isPrivate, runFacility, sessionsIn, subjectsOf } from './facilityReading'

const NONE = new Map<string, never>()

/** Every scan stands for itself, as at a centre's desk. */
export const checkInAtFacility = handle(booking.checkInAtFacility, async (ctx, { facilityId, scans }) => {
  const facility = await runFacility(ctx.employee, facilityId)
  const ids = (await subjectsOf(facility)).map(({ subjectId }) => subjectId)
  const now = Date.now()
  const found = await sessionsIn(ids, { fromAt: now - DAY_MS - RECONCILED_MS, untilAt: now + DAY_MS })
  const sessions = new Map(found.map(session => [session._id, session]))
  const hides = isPrivate(facility)
  // Coming gives a deposit back.
  const own = namesOfActing(ctx.employee, 'booking.facilities.run', facilityId)
  const results = []
  for (const scan of scans) {
    // The id of a place names its person: of a private room it lets nobody in, so that guessing it tells nothing.
    const among = hides && isPlaceId(scan.code) ? NONE : sessions
    const result = await letIn(ctx, among, scan, { now, own })
    results.push(hides ? { ...result, name: null, placeId: null } : result)
  }
  return { results }
})
