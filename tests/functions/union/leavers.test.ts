import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { joinEvent, NOW, newEvent, newGuests, startBookingCloud } from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, people, type TestPerson } from '../../support/people'

const { tang, zhao } = people
const STARTS_AT = NOW + 4 * DAY_MS
const ENDS_AT = STARTS_AT + 2 * HOUR_MS

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startBookingCloud({ mediaDelayMs: null })
})
afterAll(() => cloud.close())

const at = (instant: number) => cloud.clock(new Date(instant).toISOString())
const read = async (procedure: string, input: object) =>
  JSON.stringify(expectData(await cloud.call(zhao.openid, procedure, input)))

test('whoever has left is named nowhere that everybody looks: event, pictures, recap, members, lists', async () => {
  const eventId = await newEvent(cloud)
  const [leaver, stays] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  for (const guest of [leaver, stays]) expectData(await joinEvent(cloud, guest, eventId))
  await at(STARTS_AT)
  const list = { sessionId: eventId }
  const { doorCode } = expectData(
    await cloud.call<{ doorCode: string }>(tang.openid, 'booking.listAttendees', list),
  )
  for (const guest of [leaver, stays])
    expectData(await cloud.call(guest.openid, 'booking.checkInAtDoor', { ...list, doorCode }))
  const fileIds = [await upload(cloud, leaver.openid, 'uploads/leaver.jpg', 'a ride')]
  expectData(await cloud.call(leaver.openid, 'union.addEventPhotos', { eventId, fileIds }))
  const [{ traceId }] = (await cloud.dump<{ traceId: string }>('union_photos')) as [{ traceId: string }]
  await cloud.door('POST', '/local/media', { trace_id: traceId, suggest: 'pass' })
  await cloud.timer('union', 'tend')
  await at(ENDS_AT)
  const words = paragraphsOf('一圈，三十四公里。')
  expectData(await cloud.call(tang.openid, 'union.writeRecap', { eventId, words }))

  for (const who of [leaver, tang]) await changePerson(cloud.engine, who, { status: 'left', parting: [] })
  await at(ENDS_AT + DAY_MS)
  const { photo: associationId } = associationIds
  const answers = {
    event: await read('union.openEvent', { eventId }),
    eventPhotos: await read('union.listEventPhotos', { eventId }),
    association: await read('union.openAssociation', { associationId }),
    wall: await read('union.listPhotos', { associationId }),
    members: await read('union.listMembers', { associationId }),
    associations: await read('union.listAssociations', {}),
  }
  for (const [page, answer] of Object.entries(answers))
    for (const { name } of [leaver, tang]) expect([page, answer.includes(name)]).toEqual([page, false])
  expect(answers.event).toContain(stays.name)
  for (const page of ['event', 'eventPhotos', 'association', 'wall', 'associations'] as const)
    expect([page, answers[page].includes('前同事')]).toEqual([page, true])
})
