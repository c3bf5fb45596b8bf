import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const CLOCK = '2026-11-24T12:20:00+08:00'
const { lin, chen } = people

let cloud: TestCloud
let files = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: CLOCK, mediaDelayMs: null })
  await insertPeople(cloud.engine)
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
const seenBy = async (who: TestPerson) =>
  expectData(
    await cloud.call<{ avatarFileId: string | null }>(who.openid, 'forum.openAuthor', {
      authorId: lin.employeeId,
    }),
  ).avatarFileId

test('a picture is its owner’s alone until it has passed, then everybody’s', async () => {
  const { avatar } = expectData(await choose(lin))
  expect(await ownOf(lin)).toEqual({ fileId: avatar?.fileId, checking: true })
  expect(await seenBy(chen)).toBeNull()
  await judge(lin, 'pass')
  expect(await ownOf(lin)).toMatchObject({ checking: false })
  expect(await seenBy(chen)).toBe(avatar?.fileId)
})

test('another picture takes its place only for its owner, and none brings the initial back', async () => {
  expectData(await choose(lin))
  expect(await seenBy(chen)).toBeNull()
  expectData(await change(lin))
  expect(await ownOf(lin)).toBeNull()
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

test('takes nothing that was not uploaded or can’t be looked at', async () => {
  const missing = await change(lin, 'cloud://wo-local.wo-local/uploads/none.jpg')
  expectError('identity.changeAvatar', missing, 'FORUM_IMAGE_MISSING')
  await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail' } })
  expectError('identity.changeAvatar', await choose(lin), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await ownOf(lin)).toBeNull()
})
