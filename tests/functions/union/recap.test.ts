import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { EventCardView } from '@domain/union/eventContract'
import type { PhotoView } from '@domain/union/photoContract'
import type { AfterwardsView } from '@domain/union/recapContract'
import type { PhotoDocument } from '../../../cloudfunctions/union/store'
import { BOOKING_CLOCK, joinEvent, NOW, newEvent, newGuests } from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { associations, noticesTo } from '../../support/unionWorld'

const { tang, zhao, guo } = people
const STARTS_AT = NOW + 4 * DAY_MS
const ENDS_AT = STARTS_AT + 2 * HOUR_MS
const words = paragraphsOf('三十个人，三十四公里，一次补胎。')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK, mediaDelayMs: null })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(BOOKING_CLOCK))

const at = (instant: number) => cloud.clock(new Date(instant).toISOString())

/** An event that is over: the first guests were there, the last one was not. */
async function pastEvent(count = 3): Promise<{ eventId: string; guests: TestPerson[] }> {
  await cloud.clock(BOOKING_CLOCK)
  const eventId = await newEvent(cloud, { capacity: 60 })
  const guests = await newGuests(cloud, count)
  for (const guest of guests) expectData(await joinEvent(cloud, guest, eventId))
  await at(STARTS_AT)
  const list = { sessionId: eventId }
  const listed = await cloud.call<{ doorCode: string }>(tang.openid, 'booking.listAttendees', list)
  const { doorCode } = expectData(listed)
  for (const guest of guests.slice(0, -1))
    expectData(await cloud.call(guest.openid, 'booking.checkInAtDoor', { ...list, doorCode }))
  await at(ENDS_AT)
  return { eventId, guests }
}

const tell = (eventId: string, by = tang, said = words) =>
  cloud.call(by.openid, 'union.writeRecap', { eventId, words: said })
const takeBack = (eventId: string, by = tang) => cloud.call(by.openid, 'union.removeRecap', { eventId })
const open = async (by: TestPerson, eventId: string) =>
  expectData(
    await cloud.call<{ afterwards: AfterwardsView | null; event: EventCardView }>(
      by.openid,
      'union.openEvent',
      { eventId },
    ),
  )
const toldOf = async (who: TestPerson) =>
  (await noticesTo(cloud, who)).filter(({ title }) => title.includes('回顾'))

let files = 0
async function picture(by: TestPerson): Promise<string> {
  files += 1
  return upload(cloud, by.openid, `uploads/ride-${files}.jpg`, `ride ${files}`)
}
const show = async (by: TestPerson, eventId: string, fileId?: string) =>
  cloud.call(by.openid, 'union.addEventPhotos', { eventId, fileIds: [fileId ?? (await picture(by))] })
const photosOf = async (eventId: string) =>
  (await cloud.dump<PhotoDocument>('union_photos')).filter(photo => photo.eventId === eventId)
const judge = async (traceId: string, suggest: string) => {
  await cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
  await cloud.timer('union', 'tend')
}

describe('the words of a recap', () => {
  it('stand on the page for everybody, and those who were there are told of them once', async () => {
    const { eventId, guests } = await pastEvent()
    const [first, second, absent] = guests as [TestPerson, TestPerson, TestPerson]
    expectData(await tell(eventId))
    const { afterwards, event } = await open(zhao, eventId)
    expect(afterwards).toMatchObject({ recap: { words, by: { name: tang.name }, at: ENDS_AT } })
    expect(afterwards).toMatchObject({ mayAdd: false, mayTell: false })
    expect(event.told).toBe(true)

    for (let run = 0; run < 2; run += 1) await cloud.timer('union', 'tend')
    for (const guest of [first, second])
      expect(await toldOf(guest)).toMatchObject([
        { body: '三十个人，三十四公里，一次补胎。', target: { kind: 'event', id: eventId } },
      ])
    expect(await toldOf(absent)).toEqual([])

    expectData(await tell(eventId, tang, paragraphsOf('改正：一共三十一个人。')))
    for (const _twice of [1, 2]) expectData(await takeBack(eventId))
    expect((await open(zhao, eventId)).afterwards?.recap).toBeNull()
    const receipts = await cloud.dump<{ procedure: string; audit?: { subject: string } }>('platform_receipts')
    const taken = receipts.filter(({ procedure, audit }) => audit && procedure === 'union.removeRecap')
    expect(taken.filter(({ audit }) => audit?.subject.endsWith(eventId))).toHaveLength(1)
    expectData(await tell(eventId))
    await cloud.timer('union', 'tend')
    expect(await toldOf(first)).toHaveLength(1)
  })

  it('reach everybody once, also when the telling breaks off in the middle', async () => {
    const { eventId, guests } = await pastEvent(4)
    expectData(await tell(eventId))
    await cloud.fault({ database: { collection: 'notice_messages', mode: 'fail', after: 1, times: 1 } })
    await cloud.timer('union', 'tend')
    await cloud.fault({ clear: true })
    const counts = async () => Promise.all(guests.map(async guest => (await toldOf(guest)).length))
    expect(await counts()).toEqual([0, 0, 0, 0])
    await cloud.timer('union', 'tend')
    expect(await counts()).toEqual([1, 1, 1, 0])
  })

  it('go out in parts when many were there, and nobody is left out', async () => {
    const { eventId, guests } = await pastEvent(43)
    expectData(await tell(eventId))
    for (let run = 0; run < 3; run += 1) await cloud.timer('union', 'tend')
    const counts = await Promise.all(guests.map(async guest => (await toldOf(guest)).length))
    expect(counts).toEqual([...Array.from({ length: 42 }, () => 1), 0])
  }, 60_000)

  it('are its host’s alone, come after the end, and never of an event that was called off', async () => {
    const { eventId } = await pastEvent()
    expectError('union.writeRecap', await tell(eventId, zhao), 'UNION_EVENT_MISSING')
    await at(ENDS_AT - 1)
    expectError('union.writeRecap', await tell(eventId), 'UNION_EVENT_NOT_OVER')
    await cloud.clock(BOOKING_CLOCK)
    const calledOff = await newEvent(cloud)
    expectData(await cloud.call(tang.openid, 'union.callOffEvent', { eventId: calledOff, reason: '台风' }))
    await at(ENDS_AT)
    expectError('union.writeRecap', await tell(calledOff), 'UNION_EVENT_NOT_OVER')
    expectError('union.writeRecap', await tell('none'), 'UNION_EVENT_MISSING')
    expectError('union.removeRecap', await takeBack('none'), 'UNION_EVENT_MISSING')
  })

  it('are read by the machine, and hold no pictures', async () => {
    const { eventId } = await pastEvent()
    const fault = (mode: 'risky' | 'fail') =>
      cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    await fault('risky')
    expectError('union.writeRecap', await tell(eventId), 'CONTENT_REJECTED')
    await fault('fail')
    expectError('union.writeRecap', await tell(eventId), 'CONTENT_CHECK_UNAVAILABLE')
    const pictured = [{ kind: 'picture' as const, fileId: await picture(tang), caption: '' }]
    expectError('union.writeRecap', await tell(eventId, tang, pictured), 'INVALID_INPUT')
    expect((await open(tang, eventId)).afterwards).toMatchObject({ recap: null, mayTell: true })
  })
})

describe('the pictures of an event', () => {
  it('come from those who were there, wait for the check, and hang on the association’s wall too', async () => {
    const { eventId, guests } = await pastEvent()
    const [guest, , absent] = guests as [TestPerson, TestPerson, TestPerson]
    expectData(await show(guest, eventId))
    const [stored] = await photosOf(eventId)
    const seenBy = async (who: TestPerson) => (await open(who, eventId)).afterwards?.photos
    expect(await seenBy(guest)).toMatchObject([{ checking: true, removable: true }])
    expect(await seenBy(absent)).toEqual([])
    await judge(stored?.traceId ?? '', 'pass')
    expect(await seenBy(absent)).toMatchObject([{ checking: false, removable: false }])
    const wall = await cloud.call<{ photos: PhotoView[] }>(absent.openid, 'union.listPhotos', {
      associationId: 'photo',
    })
    expect(expectData(wall).photos.map(({ photoId }) => photoId)).toContain(stored?._id)
    const more = await cloud.call<{ photos: PhotoView[] }>(absent.openid, 'union.listEventPhotos', {
      eventId,
    })
    expect(expectData(more).photos).toHaveLength(1)
  })

  it('are refused from whoever was not there, and from its host before it begins', async () => {
    const { eventId, guests } = await pastEvent()
    expectError('union.addEventPhotos', await show(guests[2] as TestPerson, eventId), 'UNION_ATTENDEES_ONLY')
    expectError('union.addEventPhotos', await show(zhao, eventId), 'UNION_ATTENDEES_ONLY')
    expectData(await show(tang, eventId))
    await at(STARTS_AT - MINUTE_MS)
    expectError('union.addEventPhotos', await show(tang, eventId), 'UNION_ATTENDEES_ONLY')
    expect((await open(tang, eventId)).afterwards).toBeNull()
    expectError('union.addEventPhotos', await show(tang, 'none'), 'UNION_EVENT_MISSING')
    const none = await cloud.call(tang.openid, 'union.listEventPhotos', { eventId: 'none' })
    expectError('union.listEventPhotos', none, 'UNION_EVENT_MISSING')
  })

  it('are not hung when one of them is missing, or when nobody can look at them', async () => {
    const { eventId } = await pastEvent()
    const gone = (await picture(tang)).replace('.jpg', '-gone.jpg')
    expectError('union.addEventPhotos', await show(tang, eventId, gone), 'FORUM_IMAGE_MISSING')
    await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail', times: 1 } })
    expectError('union.addEventPhotos', await show(tang, eventId), 'CONTENT_CHECK_UNAVAILABLE')
    expect(await photosOf(eventId)).toEqual([])
  })

  it('are taken down by their photographer, the host and a moderator, by nobody else', async () => {
    const { eventId, guests } = await pastEvent()
    const [one, other] = guests as [TestPerson, TestPerson]
    const down = async (by: TestPerson) => {
      expectData(await show(one, eventId))
      const [stored] = await photosOf(eventId)
      return cloud.call(by.openid, 'union.removePhoto', { photoId: stored?._id })
    }
    for (const by of [one, tang, guo]) expectData(await down(by))
    expectError('union.removePhoto', await down(other), 'UNION_PHOTO_MISSING')
  })

  it('come page by page, the newest first', async () => {
    const { eventId } = await pastEvent()
    const [one] = associations
    const hung = Array.from({ length: 25 }, (_photo, index) => ({
      _id: `p-${String(index).padStart(2, '0')}`,
      associationId: 'photo',
      eventId,
      fileId: `cloud://test/pictures/${index}.jpg`,
      traceId: `trace-${index}`,
      state: 'passed',
      by: one?.president,
      at: ENDS_AT,
    }))
    await cloud.engine.insertMany('union_photos', hung)
    const { afterwards } = await open(zhao, eventId)
    expect(afterwards?.photos).toHaveLength(20)
    const rest = await cloud.call<{ photos: PhotoView[]; next: string | null }>(
      zhao.openid,
      'union.listEventPhotos',
      { eventId, after: afterwards?.next },
    )
    expect(expectData(rest)).toMatchObject({ next: null })
    expect(expectData(rest).photos.map(({ photoId }) => photoId)).toEqual([
      'p-04',
      'p-03',
      'p-02',
      'p-01',
      'p-00',
    ])
  })
})

test('events that have been are listed from the last one back, with whether their host has told', async () => {
  const { eventId } = await pastEvent()
  await at(ENDS_AT + 4 * HOUR_MS)
  expectData(await tell(eventId))
  const list = async (past?: boolean) =>
    expectData(
      await cloud.call<{ events: EventCardView[] }>(zhao.openid, 'union.listEvents', {
        associationId: 'photo',
        past,
      }),
    ).events
  expect(await list()).toEqual([])
  const been = await list(true)
  expect(been.find(event => event.eventId === eventId)).toMatchObject({ told: true })
  expect(been.map(({ startsAt }) => startsAt)).toEqual(
    been.map(({ startsAt }) => startsAt).sort((a, b) => b - a),
  )
})
