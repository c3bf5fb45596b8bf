import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS } from '@domain/kernel/time'
import type { PhotoDocument, PictureDocument } from '../../../cloudfunctions/union/store'
import { BOOKING_CLOCK, NOW, newEvent, sessionIn, versionOf } from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { associations } from '../../support/unionWorld'

const { tang, zhao } = people

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

let files = 0
async function picture(caption = '路线图') {
  files += 1
  const fileId = await upload(cloud, tang.openid, `uploads/map-${files}.jpg`, `map ${files}`)
  return { kind: 'picture' as const, fileId, caption }
}
const text = {
  kind: 'paragraph' as const,
  runs: [{ text: '集合：', bold: true as const }, { text: '6:40 北门' }],
}
const words = [
  { kind: 'heading' as const, text: '怎么去' },
  text,
  { kind: 'item' as const, runs: [{ text: '头盔' }] },
  { kind: 'step' as const, runs: [{ text: '签到' }] },
  { kind: 'link' as const, title: '上一次的回顾', to: { kind: 'event' as const, id: 'bike-2025' } },
]
const form = () => ({
  title: '滴水湖环湖骑行',
  venue: { name: '滴水湖站 2 号口' },
  startsAt: NOW + 4 * DAY_MS,
  endsAt: NOW + 4 * DAY_MS + 1,
  joinUntil: NOW + 4 * DAY_MS,
  cancelUntil: NOW + 3 * DAY_MS,
  capacity: 30,
})
const create = (more: object) =>
  cloud.call(tang.openid, 'union.createEvent', {
    associationId: 'photo',
    ...form(),
    body: paragraphsOf('沿湖一圈。'),
    ...more,
  })
const edit = async (eventId: string, more: object) =>
  cloud.call(tang.openid, 'union.editEvent', {
    eventId,
    version: await versionOf(cloud, eventId),
    ...form(),
    body: paragraphsOf('沿湖一圈。'),
    ...more,
  })
interface Shown {
  event: { body: { kind: string; fileId?: string; checking?: boolean }[]; coverFileId: string }
}
const shown = async (by: TestPerson, eventId: string) =>
  expectData(await cloud.call<Shown>(by.openid, 'union.openEvent', { eventId })).event
const stored = async (eventId: string) =>
  (await cloud.dump<PictureDocument>('union_pictures')).filter(one => one.eventId === eventId)
const judge = async (traceId: string, suggest: string) => {
  await cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
  await cloud.timer('union', 'tend')
}

test('words keep their headings, emphasis, lists and links from the form to the page', async () => {
  const eventId = await newEvent(cloud, { body: words })
  expect((await shown(zhao, eventId)).body).toEqual(words)
})

test.each([
  ['markup of any kind', [{ kind: 'html', html: '<b>x</b>' }]],
  ['an address to anywhere', [{ kind: 'link', title: '这里', to: { kind: 'url', id: 'https://x' } }]],
  ['nothing to read', [{ kind: 'paragraph', runs: [{ text: ' ' }] }]],
  ['more than 2,000 characters', paragraphsOf(`${'字'.repeat(1_999)}\n${'字'.repeat(9)}`)],
  ['a look that nobody knows', [{ kind: 'paragraph', runs: [{ text: '红', colour: 'red' }] }]],
])('words are refused with %s', async (_what, body) => {
  expectError('union.createEvent', await create({ body }), 'INVALID_INPUT')
})

test('a picture in the words is a copy, its host’s until it has passed, and gone when it does not', async () => {
  const [passes, fails] = [await picture(), await picture()]
  const eventId = await newEvent(cloud, { body: [text, passes, fails] })
  const pictures = await stored(eventId)
  expect(pictures).toHaveLength(2)
  expect(pictures.map(({ fileId }) => fileId)).not.toContain(passes.fileId)
  const kinds = async (by: TestPerson) => (await shown(by, eventId)).body.map(({ kind }) => kind)
  expect((await shown(tang, eventId)).body).toMatchObject([text, { checking: true }, { checking: true }])
  expect(await kinds(zhao)).toEqual(['paragraph'])
  const traceOf = async (index: number) => {
    const fileId = (await shown(tang, eventId)).body[index]?.fileId
    return pictures.find(one => one.fileId === fileId)?.traceId ?? ''
  }
  const [first, second] = [await traceOf(1), await traceOf(2)]
  await judge(first, 'pass')
  await judge(second, 'risky')
  expect((await shown(zhao, eventId)).body).toMatchObject([text, { kind: 'picture', checking: false }])
})

test('an edit keeps the pictures that stay, copies those that come, and takes no other file', async () => {
  const eventId = await newEvent(cloud, { body: [text, await picture()] })
  const [kept] = await stored(eventId)
  const staying = { kind: 'picture', fileId: kept?.fileId, caption: '路线图' }
  expectData(await edit(eventId, { body: [staying, text, await picture()] }))
  expect(await stored(eventId)).toHaveLength(2)
  expect((await shown(tang, eventId)).body).toMatchObject([staying, text, { kind: 'picture' }])
  const foreign = { kind: 'picture', fileId: 'cloud://test/rosters/names.csv', caption: '' }
  expectError('union.editEvent', await edit(eventId, { body: [text, foreign] }), 'FORUM_IMAGE_MISSING')
  expectError('union.createEvent', await create({ body: [text, foreign] }), 'FORUM_IMAGE_MISSING')
})

test('a picture that an edit takes out of the words lies nowhere any more', async () => {
  const eventId = await newEvent(cloud, { body: [text, await picture()] })
  const [gone] = await stored(eventId)
  const status = async () =>
    (await fetch(`${cloud.url}/storage/${gone?.fileId.split('/').slice(3).join('/')}`)).status
  expect(await status()).toBe(200)
  expectData(await edit(eventId, { body: [text] }))
  expect(await stored(eventId)).toEqual([])
  expect(await status()).toBe(404)
})

test('a picture of the wall that has passed becomes the cover; without one it is the association’s', async () => {
  const plain = await newEvent(cloud)
  expect((await shown(zhao, plain)).coverFileId).toBe('cloud://test/covers/photo.png')
  const fileId = await upload(cloud, tang.openid, 'uploads/cover.jpg', 'cover')
  expectData(await cloud.call(tang.openid, 'union.addPhotos', { associationId: 'photo', fileIds: [fileId] }))
  const [photo] = await cloud.dump<PhotoDocument>('union_photos')
  const cover = { coverPhotoId: photo?._id }
  expectError('union.createEvent', await create(cover), 'UNION_PHOTO_MISSING')
  expectError('union.editEvent', await edit(plain, cover), 'UNION_PHOTO_MISSING')
  await judge(photo?.traceId ?? '', 'pass')
  expectData(await edit(plain, cover))
  expect((await shown(zhao, plain)).coverFileId).toBe(photo?.fileId)
  expect((await sessionIn(cloud, plain)).coverFileId).toBe(photo?.fileId)
  await cloud.clock(new Date(NOW + 1).toISOString())
  expectData(await edit(plain, {}))
  expect((await shown(zhao, plain)).coverFileId).toBe(photo?.fileId)

  const opened = await cloud.call(tang.openid, 'union.openEvent', { eventId: plain })
  expect(expectData(opened)).toMatchObject({ associationCoverFileId: 'cloud://test/covers/photo.png' })
  expectData(await edit(plain, { coverPhotoId: null }))
  expect((await shown(zhao, plain)).coverFileId).toBe('cloud://test/covers/photo.png')
})
