import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { BOOKING_CLOCK, inState, joinEvent, NOW, newEvent, newGuest } from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { associations } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const { tang, zhao } = people

interface Listed {
  attendees: { person: { name: string }; absences: number }[]
  session: { title: string; taken: number }
}

const list = (sessionId: string, who = tang) =>
  cloud.call<Listed>(who.openid, 'booking.listAttendees', { sessionId })

const take = (sessionId: string, who = tang) =>
  cloud.call<{ csv: string; attendees: number; complete: boolean }>(who.openid, 'booking.exportAttendees', {
    sessionId,
  })

test('the host sees who did not come the last time, to an event', async () => {
  const guest = await newGuest(cloud)
  const missed = await newEvent(cloud)
  expectData(await joinEvent(cloud, guest, missed))
  await cloud.clock(new Date(NOW + 4 * DAY_MS + 15 * HOUR_MS).toISOString())
  await cloud.timer('booking', 'tend')
  const [absent] = await inState(cloud, missed, 'absent')
  const visit = { ...absent, _id: `visit:${guest.employeeId}`, sessionId: 'visit', kind: 'visit' }
  await cloud.engine.insertMany('booking_places', [{ ...visit, listKey: 'visit' }])

  const startsAt = NOW + 10 * DAY_MS
  const next = await newEvent(cloud, {
    startsAt,
    endsAt: startsAt + HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt,
  })
  expectData(await joinEvent(cloud, guest, next))
  const { attendees, session } = expectData(await list(next))
  expect(attendees).toEqual([expect.objectContaining({ absences: 1 })])
  expect(session).toMatchObject({ title: '滴水湖环湖骑行', taken: 1 })
})

test('the list leaves as a table without phones or formulae, and who took it is written down', async () => {
  const guest = await newGuest(cloud)
  const eventId = await newEvent(cloud, {
    partyMax: 2,
    questions: [{ questionId: 'q1', title: '带什么', options: [] }],
  })
  const answers = [{ questionId: 'q1', answer: '=1+1' }]
  expectData(await joinEvent(cloud, guest, eventId, { party: 2, guests: ['=小明'], answers }))

  const { csv, attendees, complete } = expectData(await take(eventId))
  const [, row = ''] = csv.split('\r\n')
  expect({ attendees, complete }).toEqual({ attendees: 1, complete: true })
  expect(row).toContain(`${guest.employeeId},${guest.name}`)
  expect(row).toContain("'=小明")
  expect(row).toContain('带什么：=1+1')
  expect(csv).not.toContain(guest.phone)
  const audited = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
  expect(audited.map(({ audit }) => audit)).toContainEqual(
    expect.objectContaining({ by: tang.employeeId, subject: `booking_sessions/${eventId}` }),
  )
})

test('another president neither sees nor takes it', async () => {
  const eventId = await newEvent(cloud)
  expectError('booking.listAttendees', await list(eventId, zhao), 'BOOKING_SESSION_MISSING')
  expectError('booking.exportAttendees', await take(eventId, zhao), 'BOOKING_SESSION_MISSING')
})
