import { DAY_MS } from '@domain/kernel/time'
import type { PlaceDocument, SessionDocument } from '../../../cloudfunctions/booking/store'
import { newGuest, tendLater, wrongIn } from '../../support/bookingWorld'
import {
  booked,
  move,
  newCentre,
  placeOf,
  rules,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { crowd } from '../../support/crowd'
import { expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
  // A worker that starts cold comes too late for a race.
  const opening = people.lin.openid
  await Promise.all([1, 2].map(() => cloud.call(opening, 'booking.openVisit', { placeId: 'none' })))
})
afterAll(() => cloud.close())

const onDay = (daysLater: number) => TOMORROW_10 + daysLater * DAY_MS

/** A visit tomorrow at ten, where there is one seat to each slot. */
async function visiting() {
  const centreId = await newCentre(cloud, rules({ seats: 1, upcomingMax: 1 }))
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId)
  return { centreId, guest, placeId }
}

async function heldBy({ employeeId }: TestPerson): Promise<string[]> {
  const places = await cloud.dump<PlaceDocument>('booking_places')
  return places
    .filter(place => place.employeeId === employeeId && place.state === 'confirmed')
    .map(({ _id }) => _id)
}

/** In which slots how many seats are taken, once nothing is left of what was only reserved. */
async function takenIn(centreId: string): Promise<Record<string, number>> {
  await tendLater(cloud)
  const sessions = await cloud.dump<SessionDocument>('booking_sessions')
  const own = sessions.filter(({ subjectId }) => subjectId === centreId)
  for (const { _id } of own) expect(await wrongIn(cloud, _id)).toEqual([])
  const taken = own.filter(session => session.taken > 0)
  return Object.fromEntries(taken.map(session => [session._id, session.taken]))
}

test('of two moves of one visit at once one counts, and the other leaves nothing taken', async () => {
  const { centreId, guest, placeId } = await visiting()
  const days = [2, 3]
  // Both have taken their new seat before either gives up the old one.
  await crowd(cloud, 'booking_sessions', days.length)
  const replies = await Promise.all(days.map(day => move(cloud, guest, placeId, onDay(day))))
  await cloud.fault({ clear: true })
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  for (const reply of replies.filter(({ ok }) => !ok))
    expectError('booking.moveVisit', reply, 'BOOKING_TRANSITION_REFUSED')
  const won = replies.findIndex(({ ok }) => ok)
  const sessionId = sessionIdOf(centreId, days[won])
  expect(await heldBy(guest)).toEqual([`${sessionId}:${guest.employeeId}`])
  expect(await takenIn(centreId)).toEqual({ [sessionId]: 1 })
  expect((await placeOf(cloud, placeId)).trail.map(({ action }) => action)).toEqual(['join', 'cancel'])
})

test('a move that a cancel comes before brings nobody back', async () => {
  const { centreId, guest, placeId } = await visiting()
  await crowd(cloud, 'booking_sessions', 1)
  const [moved, left] = await Promise.all([
    move(cloud, guest, placeId, onDay(2)),
    cloud.call(guest.openid, 'booking.leave', { placeId }),
  ])
  await cloud.fault({ clear: true })
  expect(left.ok).toBe(true)
  expectError('booking.moveVisit', moved, 'BOOKING_TRANSITION_REFUSED')
  expect(await heldBy(guest)).toEqual([])
  expect(await takenIn(centreId)).toEqual({})
})
