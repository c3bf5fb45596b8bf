import { DAY_MS } from '@domain/kernel/time'
import type { PhotoView } from '@domain/union/photoContract'
import type { AssociationDocument, PhotoDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { associationIds, insertPeople, people, type TestPerson } from '../../support/people'
import { applyToPhoto, associations, newcomer, UNION_CLOCK } from '../../support/unionWorld'

const { tang, zhao, lin } = people
const { photo } = associationIds

let cloud: TestCloud
let member: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud({ clock: UNION_CLOCK, mediaDelayMs: null })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
  member = await newcomer(cloud)
  const id = await applyToPhoto(cloud, member)
  expectData(await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' }))
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(UNION_CLOCK))

let files = 0
async function add(by: TestPerson): Promise<PhotoDocument> {
  files += 1
  const fileId = await upload(cloud, by.openid, `uploads/wall-${files}.jpg`, `picture ${files}`)
  expectData(await cloud.call(by.openid, 'union.addPhotos', { associationId: photo, fileIds: [fileId] }))
  const stored = (await cloud.dump<PhotoDocument>('union_photos')).find(found => found.fileId === fileId)
  if (!stored) throw new Error('It was not stored')
  return stored
}
const wall = async (by: TestPerson) =>
  expectData(
    await cloud.call<{ photos: PhotoView[]; mayAdd: boolean }>(by.openid, 'union.listPhotos', {
      associationId: photo,
    }),
  )
const idsSeenBy = async (by: TestPerson) => (await wall(by)).photos.map(({ photoId }) => photoId)
const judge = async (traceId: string, suggest: string) => {
  await cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
  await cloud.timer('union', 'tend')
}
const take = (by: TestPerson, photoId: string) => cloud.call(by.openid, 'union.removePhoto', { photoId })

test('a picture is its uploader’s alone until it has passed, then everybody’s', async () => {
  const { _id, traceId } = await add(member)
  expect((await wall(member)).photos).toMatchObject([{ photoId: _id, checking: true, removable: true }])
  expect(await idsSeenBy(tang)).toEqual([])
  await judge(traceId, 'pass')
  expect((await wall(lin)).photos).toMatchObject([{ photoId: _id, checking: false, removable: false }])
})

test('what does not pass, or is never looked at, is taken down', async () => {
  const risky = await add(member)
  await judge(risky.traceId, 'risky')
  const forgotten = await add(member)
  expect(await idsSeenBy(member)).not.toContain(risky._id)
  await cloud.clock(new Date(Date.parse(UNION_CLOCK) + DAY_MS + 1).toISOString())
  await cloud.timer('union', 'tend')
  expect(await idsSeenBy(member)).not.toContain(forgotten._id)
})

test('only members put pictures up, and only the uploader and the president take them down', async () => {
  expect((await wall(lin)).mayAdd).toBe(false)
  const fileId = await upload(cloud, lin.openid, 'uploads/stray.jpg', 'stray')
  const stray = await cloud.call(lin.openid, 'union.addPhotos', { associationId: photo, fileIds: [fileId] })
  expectError('union.addPhotos', stray, 'UNION_MEMBERS_ONLY')
  const one = await add(member)
  expectError('union.removePhoto', await take(lin, one._id), 'UNION_PHOTO_MISSING')
  expectError('union.removePhoto', await take(zhao, one._id), 'UNION_PHOTO_MISSING')
  expectData(await take(tang, one._id))
  expectError('union.removePhoto', await take(tang, one._id), 'UNION_PHOTO_MISSING')
  expectData(await take(member, (await add(member))._id))
})

test('the president edits the page; only a passed picture of the wall becomes the cover', async () => {
  const edit = (by: TestPerson, more: object = {}) =>
    cloud.call(by.openid, 'union.editAssociation', {
      associationId: photo,
      headline: '每月第一个周六',
      intro: '每月一个题目，线上点评，线下外拍。',
      open: false,
      questions: [{ questionId: 'level', title: '水平', options: ['刚开始', '办过展'] }],
      ...more,
    })
  const cover = await add(member)
  expectError('union.editAssociation', await edit(tang, { coverPhotoId: cover._id }), 'UNION_PHOTO_MISSING')
  await judge(cover.traceId, 'pass')
  expectError('union.editAssociation', await edit(zhao), 'UNION_ASSOCIATION_MISSING')
  expectData(await edit(tang, { coverPhotoId: cover._id }))
  const [edited] = (await cloud.dump<AssociationDocument>('union_associations')).filter(
    ({ _id }) => _id === photo,
  )
  expect(edited).toMatchObject({ headline: '每月第一个周六', open: false, coverFileId: cover.fileId })
  const mine = await cloud.call(member.openid, 'union.listMyApplications')
  expect(expectData(mine)).toMatchObject({ applications: [{ associationCoverFileId: cover.fileId }] })
})
