import { seatsOf } from '@domain/booking/visitKinds'
import { _ } from '@platform/cloud'
import { places, sessions, type Tally } from './store'

const COUNTED_MAX = 1_000

/** Who had a seat in a session that is over, and who of them came: figures read it instead of every place. One request. */
export async function tallyOf(sessionId: string): Promise<Tally> {
  const found = await places.find({
    where: { sessionId, state: _.in(['attended', 'absent', 'excused']) },
    limit: COUNTED_MAX,
    fields: ['state', 'party', 'visit'],
  })
  const attended = found.filter(({ state }) => state === 'attended')
  const people = (of: typeof found) => of.reduce((sum, { party }) => sum + party, 0)
  return {
    bookings: found.length,
    taken: found.reduce((sum, place) => sum + seatsOf(place), 0),
    guests: people(found),
    attendedBookings: attended.length,
    attendedGuests: people(attended),
  }
}

/** Counts again after a scan that came when the session had been counted. Two requests. */
export async function countAgain(sessionId: string): Promise<void> {
  await sessions.updateWhere({ _id: sessionId, state: 'closed' }, { tally: await tallyOf(sessionId) })
}
