import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const CLOCK = '2026-11-24T12:20:00+08:00'
const { lin, chen, han, luo, zhao } = people

let cloud: TestCloud
let files = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: CLOCK, mediaDelayMs: null })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.clock(CLOCK)
  await cloud.fault({ clear: true })
})

const change = (who: TestPerson, fileId?: string) =>
  cloud.call<{ avatar: { fileId: string; checking: boolean } | null }>(
    who.openid,
    'identity.changeAvatar',
    { fileId },
    newRequestId(),
  )

async function choose(who: TestPerson) {
  files += 1
  return change(who, await upload(cloud, who.openid, `uploads/face-${files}.jpg`, `face ${files}`))
}

async function traceOf({ employeeId }: TestPerson): Promise<string> {
  const everybody = await cloud.dump<EmployeeDocument>('identity_employees')
  return everybody.find(({ _id }) => _id === employeeId)?.avatar?.traceId ?? ''
}

async function judge(who: TestPerson, suggest: string): Promise<void> {
  await cloud.door('POST', '/local/media', { trace_id: await traceOf(who), suggest })
  await cloud.timer('identity', 'tend')
}

const ownOf = async (who: TestPerson) =>
  expectData(await cloud.call<{ avatar: { checking: boolean } | null }>(who.openid, 'identity.openProfile'))
    .avatar
/** What a colleague sees of somebody; an instance remembers it for a minute, so that each test asks of others. */
const seenBy = async (who: TestPerson, of: TestPerson) =>
  expectData(
    await cloud.call<{ author: { face?: string } }>(who.openid, 'forum.openAuthor', {
      authorId: of.employeeId,
    }),
  ).author.face

test('a picture is its owner’s alone until it has passed', async () => {
  const { avatar } = expectData(await choose(lin))
  expect(await ownOf(lin)).toEqual({ fileId: avatar?.fileId, checking: true })
  expect(await seenBy(chen, lin)).toBeUndefined()
  await judge(lin, 'pass')
  expect(await ownOf(lin)).toMatchObject({ checking: false })
})

test('a picture that has passed stands beside its owner in every list, and is kept with none of them', async () => {
  const { avatar } = expectData(await choose(luo))
  await judge(luo, 'pass')
  const post = { boardId: 'life', title: '周末去哪儿', body: '想听听大家的' }
  const { postId } = expectData(
    await cloud.call<{ postId: string }>(han.openid, 'forum.createPost', post, newRequestId()),
  )
  const comment = { postId, body: '莫干山' }
  expectData(await cloud.call(luo.openid, 'forum.addComment', comment, newRequestId()))
  const seen = async (who: TestPerson, name: string, input: object) =>
    JSON.stringify(expectData(await cloud.call(who.openid, name, input)))
  const face = JSON.stringify({ face: avatar?.fileId }).slice(1, -1)
  expect(await seen(chen, 'forum.openPost', { postId })).toContain(face)
  expect(await seen(chen, 'identity.findColleagues', { text: luo.name })).toContain(face)
  expect(await seen(han, 'notice.listNotices', {})).toContain(face)
  for (const name of ['forum_comments', 'notice_messages'])
    expect(JSON.stringify(await cloud.dump(name))).not.toContain('"face"')
})

test('whoever speaks as an account, or has left, has no picture there', async () => {
  await cloud.engine.insertMany('forum_accounts', [{ _id: 'gonghui', name: '工会', intro: '', order: 1 }])
  const { voice } = people
  const { avatar } = expectData(await choose(voice))
  await judge(voice, 'pass')
  const post = { boardId: 'life', title: '年货到了', body: '周五领', accountId: 'gonghui' }
  expectData(await cloud.call(voice.openid, 'forum.createPost', post, newRequestId()))
  const fed = await cloud.call(chen.openid, 'forum.openFeed', { boardId: 'life' })
  expect(JSON.stringify(expectData(fed))).not.toContain(avatar?.fileId)

  expectData(await choose(zhao))
  await judge(zhao, 'pass')
  await changePerson(cloud.engine, zhao, { status: 'left' })
  const from = { from: zhao.name, fromId: zhao.employeeId }
  const told = {
    employeeId: chen.employeeId,
    kind: 'reply',
    title: '有人评论',
    body: '好',
    at: Date.parse(CLOCK),
  }
  const notice = { _id: '01KAY00000000000000000NOTE', ...told, ...from, target: null, read: false }
  await cloud.engine.insertMany('notice_messages', [notice])
  const inbox = await cloud.call<{ notices: object[] }>(chen.openid, 'notice.listNotices', {})
  expect(expectData(inbox).notices).toMatchObject([{ from: { name: zhao.name, face: null } }])
})

test('another picture takes its place only for its owner, and none brings the initial back', async () => {
  expectData(await choose(lin))
  expect((await ownOf(lin))?.checking).toBe(true)
  expectData(await change(lin))
  expect(await ownOf(lin)).toBeNull()
})

test('of several that are chosen at once one is kept, and the files of the others go', async () => {
  const replies = await Promise.all(Array.from({ length: 4 }, () => choose(han)))
  const chosen = replies.map(reply => expectData(reply).avatar?.fileId ?? '')
  const everybody = await cloud.dump<EmployeeDocument>('identity_employees')
  const kept = everybody.find(({ _id }) => _id === han.employeeId)?.avatar?.fileId
  for (const fileId of chosen) {
    const { status } = await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)
    expect([fileId, status]).toEqual([fileId, fileId === kept ? 200 : 404])
  }
})

test('what does not pass, or is never looked at, is taken away', async () => {
  expectData(await choose(lin))
  await judge(lin, 'risky')
  expect(await ownOf(lin)).toBeNull()
  expectData(await choose(lin))
  await cloud.clock(new Date(Date.parse(CLOCK) + DAY_MS + 1).toISOString())
  await cloud.timer('identity', 'tend')
  expect(await ownOf(lin)).toBeNull()
})

const statusOf = async (fileId: string) =>
  (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status

test('what was uploaded goes with the result, and whoever asks again is told the same', async () => {
  const fileId = await upload(cloud, chen.openid, 'uploads/own-face.jpg', 'own face')
  const requestId = newRequestId()
  const send = () =>
    cloud.call<{ avatar: { fileId: string } }>(chen.openid, 'identity.changeAvatar', { fileId }, requestId)
  const first = await send()
  expect(await statusOf(fileId)).toBe(404)
  expect(await send()).toEqual(first)
  expect(await statusOf(expectData(first).avatar.fileId)).toBe(200)
})

test('takes nothing that was not uploaded or can’t be looked at', async () => {
  const missing = await change(lin, 'cloud://wo-local.wo-local/uploads/none.jpg')
  expectError('identity.changeAvatar', missing, 'FORUM_IMAGE_MISSING')
  await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail' } })
  expectError('identity.changeAvatar', await choose(lin), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await ownOf(lin)).toBeNull()
})
