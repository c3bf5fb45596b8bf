import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { BOOKING_CLOCK, joinEvent, NOW, newEvent, newGuest } from '../../support/bookingWorld'
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

const { tang, zhao } = people
const judge = (mode: 'risky' | 'fail') =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })

const create = (more: object = {}, who = tang) => {
  const startsAt = NOW + 4 * DAY_MS
  return cloud.call(who.openid, 'union.createEvent', {
    associationId: 'photo',
    title: '滴水湖环湖骑行',
    body: paragraphsOf('沿湖一圈，慢慢骑。'),
    venue: { name: '滴水湖站 2 号口' },
    startsAt,
    endsAt: startsAt + HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt,
    capacity: 5,
    ...more,
  })
}

describe('creating an event', () => {
  it('is refused where there is no such association, or somebody else presides over it', async () => {
    expectError('union.createEvent', await create({ associationId: 'none' }), 'UNION_ASSOCIATION_MISSING')
    expectError('union.createEvent', await create({}, zhao), 'UNION_ASSOCIATION_MISSING')
  })

  it.each([
    ['begins in the past', { startsAt: NOW - HOUR_MS }],
    ['ends before it begins', { endsAt: NOW + DAY_MS }],
    ['takes people after its end', { joinUntil: NOW + 9 * DAY_MS }],
    ['lets people leave after its beginning', { cancelUntil: NOW + 9 * DAY_MS }],
  ])('is refused when it %s', async (_name, times) => {
    expectError('union.createEvent', await create(times), 'UNION_EVENT_TIMES_WRONG')
  })

  it('is refused for its words, and while nobody can read them', async () => {
    await judge('risky')
    expectError('union.createEvent', await create(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.createEvent', await create(), 'CONTENT_CHECK_UNAVAILABLE')
  })
})

describe('joining an event', () => {
  it('is refused where there is none, and for those who are no members', async () => {
    const guest = await newGuest(cloud)
    expectError('union.joinEvent', await joinEvent(cloud, guest, 'none'), 'UNION_EVENT_MISSING')
    const closed = await newEvent(cloud, { membersOnly: true })
    expectError('union.joinEvent', await joinEvent(cloud, guest, closed), 'UNION_MEMBERS_ONLY')
  })

  it('is refused with a form that does not fit, too many people or bad words', async () => {
    const guest = await newGuest(cloud)
    const questions = [{ questionId: 'q1', title: '带什么', options: [] }]
    const eventId = await newEvent(cloud, { questions, partyMax: 2 })
    const join = (more: object = {}) =>
      joinEvent(cloud, guest, eventId, { answers: [{ questionId: 'q1', answer: '水' }], ...more })
    expectError('union.joinEvent', await join({ answers: [] }), 'UNION_ANSWER_INVALID')
    expectError('union.joinEvent', await join({ party: 3 }), 'BOOKING_PARTY_TOO_LARGE')
    expectError('union.joinEvent', await join({ party: 2, guests: ['甲', '乙'] }), 'BOOKING_GUESTS_WRONG')
    await judge('risky')
    expectError('union.joinEvent', await join(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.joinEvent', await join(), 'CONTENT_CHECK_UNAVAILABLE')
    expect(expectData(await join()).state).toBe('confirmed')
  })

  it('is refused where the seats of an event are lost', async () => {
    const eventId = await newEvent(cloud)
    const [event] = (await cloud.dump<{ _id: string }>('union_events')).filter(({ _id }) => _id === eventId)
    await cloud.engine.insertMany('union_events', [{ ...event, _id: 'seatless', listKey: 'seatless' }])
    const guest = await newGuest(cloud)
    expectError('union.joinEvent', await joinEvent(cloud, guest, 'seatless'), 'BOOKING_SESSION_MISSING')
    const opened = await cloud.call(guest.openid, 'union.openEvent', { eventId: 'seatless' })
    expectError('union.openEvent', opened, 'UNION_EVENT_MISSING')
  })
})

describe('a place', () => {
  const procedures = ['openPlace', 'acceptOffer', 'leave'] as const

  it('that does not exist, or is somebody else’s, is nobody’s', async () => {
    const [guest, other] = [await newGuest(cloud), await newGuest(cloud)]
    const eventId = await newEvent(cloud)
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const ask = (procedure: (typeof procedures)[number], id: string) =>
      cloud.call(other.openid, `booking.${procedure}`, { placeId: id })
    for (const id of ['none', placeId]) {
      expectError('booking.openPlace', await ask('openPlace', id), 'BOOKING_PLACE_MISSING')
      expectError('booking.acceptOffer', await ask('acceptOffer', id), 'BOOKING_PLACE_MISSING')
      expectError('booking.leave', await ask('leave', id), 'BOOKING_PLACE_MISSING')
    }
  })

  it('without its session can neither be seen nor changed', async () => {
    const guest = await newGuest(cloud)
    const eventId = await newEvent(cloud)
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const [place] = (await cloud.dump<{ _id: string }>('booking_places')).filter(({ _id }) => _id === placeId)
    const lost = `lost:${guest.employeeId}`
    await cloud.engine.insertMany('booking_places', [{ ...place, _id: lost, sessionId: 'lost' }])
    const ask = (procedure: (typeof procedures)[number]) =>
      cloud.call(guest.openid, `booking.${procedure}`, { placeId: lost })
    expectError('booking.openPlace', await ask('openPlace'), 'BOOKING_SESSION_MISSING')
    expectError('booking.acceptOffer', await ask('acceptOffer'), 'BOOKING_SESSION_MISSING')
    expectError('booking.leave', await ask('leave'), 'BOOKING_SESSION_MISSING')
    const door = { sessionId: 'lost', doorCode: '0000' }
    const entered = await cloud.call(guest.openid, 'booking.checkInAtDoor', door)
    expectError('booking.checkInAtDoor', entered, 'BOOKING_SESSION_MISSING')
  })
})
