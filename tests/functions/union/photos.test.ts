import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
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
async function add(by: TestPerson, content?: string): Promise<PhotoDocument & { uploaded: string }> {
  files += 1
  const known = new Set((await cloud.dump('union_photos')).map(({ _id }) => _id))
  const uploaded = await upload(cloud, by.openid, `uploads/wall-${files}.jpg`, content ?? `picture ${files}`)
  expectData(await cloud.call(by.openid, 'union.addPhotos', { associationId: photo, fileIds: [uploaded] }))
  const stored = (await cloud.dump<PhotoDocument>('union_photos')).find(({ _id }) => !known.has(_id))
  if (!stored) throw new Error('It was not stored')
  return { ...stored, uploaded }
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
const addressOf = (id: string) => `${cloud.url}/storage/${id.split('/').slice(3).join('/')}`
const take = (by: TestPerson, photoId: string) => cloud.call(by.openid, 'union.removePhoto', { photoId })

test('a picture is its uploader’s alone until it has passed, then everybody’s', async () => {
  const { _id, traceId } = await add(member)
  expect((await wall(member)).photos).toMatchObject([{ photoId: _id, checking: true, removable: true }])
  expect(await idsSeenBy(tang)).toEqual([])
  await judge(traceId, 'pass')
  expect((await wall(lin)).photos).toMatchObject([{ photoId: _id, checking: false, removable: false }])
})

test('what does not pass, or is never looked at, is taken down and lies nowhere', async () => {
  const risky = await add(member)
  await judge(risky.traceId, 'risky')
  const forgotten = await add(member)
  expect(await idsSeenBy(member)).not.toContain(risky._id)
  await cloud.clock(new Date(Date.parse(UNION_CLOCK) + DAY_MS + 1).toISOString())
  await cloud.timer('union', 'tend')
  expect(await idsSeenBy(member)).not.toContain(forgotten._id)
  for (const { fileId } of [risky, forgotten]) expect((await fetch(addressOf(fileId))).status).toBe(404)
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

test('what hangs on the wall is a copy, which its uploader cannot replace after the check', async () => {
  const { fileId: copy, uploaded } = await add(member, 'harmless')
  expect(copy).not.toBe(uploaded)
  expect((await fetch(addressOf(uploaded))).status).toBe(404)
  const replacing = { method: 'PUT', headers: { 'x-openid': member.openid }, body: 'something else' }
  expect((await fetch(addressOf(copy), replacing)).status).toBe(403)
  expect(await (await fetch(addressOf(copy))).text()).toMatch(/harmless$/)
})

test('a picture that is not there, or that nobody can look at, leaves nothing on the wall', async () => {
  const before = (await cloud.dump('union_photos')).length
  const here = await upload(cloud, member.openid, 'uploads/here.jpg', 'here')
  const put = (fileIds: string[]) =>
    cloud.call(member.openid, 'union.addPhotos', { associationId: photo, fileIds })
  const missing = await put([here, here.replace('here.jpg', 'gone.jpg')])
  expectError('union.addPhotos', missing, 'FORUM_IMAGE_MISSING')
  await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail', times: 1 } })
  expectError('union.addPhotos', await put([here]), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await cloud.dump('union_photos')).toHaveLength(before)
})

test('a picture that is taken off the wall lies nowhere any more, also when its remover dies after that', async () => {
  const [one, other] = [await add(member), await add(member)]
  const status = async ({ fileId }: PhotoDocument) => (await fetch(addressOf(fileId))).status
  expectData(await take(member, one._id))
  expect(await status(one)).toBe(404)
  const dying = { name: 'union', procedure: 'removePhoto', mode: 'kill' as const, times: 1 }
  // Whoever dies earlier has changed nothing: the first death that counts is the one right after the commit.
  for (let after = 1; (await idsSeenBy(member)).includes(other._id); after += 1) {
    await cloud.fault({ function: { ...dying, after, when: 'after' } })
    await take(member, other._id)
    await cloud.fault({ clear: true })
  }
  await cloud.clock(new Date(Date.parse(UNION_CLOCK) + MINUTE_MS).toISOString())
  await cloud.timer('forum', 'tend')
  expect(await status(other)).toBe(404)
})

test('a cover stays when its picture is taken off the wall', async () => {
  const cover = await add(member)
  await judge(cover.traceId, 'pass')
  expectData(
    await cloud.call(tang.openid, 'union.editAssociation', {
      associationId: photo,
      coverPhotoId: cover._id,
      ...{
        headline: '每月第一个周六',
        intro: '每月一个题目，线上点评，线下外拍。',
        open: true,
        questions: [],
      },
    }),
  )
  expectData(await take(tang, cover._id))
  expect((await fetch(addressOf(cover.fileId))).status).toBe(200)
})

test('the words of a page are read by the machine before they are saved', async () => {
  const judgeWords = (mode: 'risky' | 'fail') =>
    cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
  const edit = () =>
    cloud.call(tang.openid, 'union.editAssociation', {
      associationId: photo,
      headline: '不该出现的一句',
      intro: '每月一个题目，线上点评，线下外拍。',
      open: true,
      questions: [],
    })
  await judgeWords('risky')
  expectError('union.editAssociation', await edit(), 'CONTENT_REJECTED')
  await judgeWords('fail')
  expectError('union.editAssociation', await edit(), 'CONTENT_CHECK_UNAVAILABLE')
  const headlines = (await cloud.dump<AssociationDocument>('union_associations')).map(one => one.headline)
  expect(headlines).not.toContain('不该出现的一句')
})
