import type { PostDocument } from '../../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, BOARD, colleague, expectWithinBudgets, succeed, talkWorld } from '../../support/talkWorld'

const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')
const MINUTE_MS = 60_000
const WINDOW_MS = 30 * MINUTE_MS

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString(), mediaDelayMs: null })
  await talkWorld(cloud.engine, 12)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => at(0))

const at = (afterMs: number) => cloud.clock(new Date(NOON_MS + afterMs).toISOString())
const words = { title: '改过的标题', body: '改过的正文' }
const edit = (who: number, postId: string, part: object = {}, requestId?: string) =>
  succeed(cloud, colleague(who), 'forum.editPost', { postId, ...words, ...part }, requestId)
const tryToEdit = (who: number, postId: string, part: object = {}) =>
  attempt(cloud, colleague(who), 'forum.editPost', { postId, ...words, ...part })
const versionsOf = async (postId: string) =>
  (await succeed(cloud, colleague(9), 'forum.openEdits', { postId })).versions

async function upload(name: string): Promise<string> {
  const response = await fetch(`${cloud.url}/storage/uploads/${name}`, {
    method: 'PUT',
    headers: { 'x-openid': 'wx-7' },
    body: new Uint8Array([0xff, 0xd8, 0xff]),
  })
  return ((await response.json()) as { fileId: string }).fileId
}
const storedPost = async (postId: string) =>
  (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId) as PostDocument

test('an author puts a post right within half an hour, and everybody can read what it said before', async () => {
  const postId = await steps.publish(1, '写错的标题')
  expect(await versionsOf(postId)).toMatchObject([{ title: '写错的标题', writtenAt: NOON_MS }])
  await steps.comment(2, postId)
  await at(WINDOW_MS)
  expect(await edit(1, postId)).toEqual({ postId, editedAt: NOON_MS + WINDOW_MS })
  expect((await steps.open(2, postId)).post).toMatchObject({
    ...words,
    comments: 1,
    editedAt: NOON_MS + WINDOW_MS,
  })
  await edit(1, postId, { title: '第二次改' })
  expect(await versionsOf(postId)).toMatchObject([
    { title: '第二次改', writtenAt: NOON_MS + WINDOW_MS },
    { title: words.title, writtenAt: NOON_MS + WINDOW_MS },
    { title: '写错的标题', writtenAt: NOON_MS, pictures: 0 },
  ])
})

test('twice with one requestId is one change', async () => {
  const postId = await steps.publish(3)
  const first = await edit(3, postId, {}, 'edit-once-3')
  await at(MINUTE_MS)
  expect(await edit(3, postId, {}, 'edit-once-3')).toEqual(first)
  expect(await versionsOf(postId)).toHaveLength(2)
})

test('whom a change calls is told once, whoever was called before stays', async () => {
  const [first, second] = [colleague(5), colleague(6)]
  const body = `@${first.name} 看这里`
  const asked = { boardId: BOARD, title: '叫上同事', body, mentionIds: [first.employeeId] }
  const { postId } = await succeed(cloud, colleague(1), 'forum.createPost', asked)
  const both = { body: `${body}，@${second.name} 也来`, mentionIds: [second.employeeId] }
  await edit(1, postId, both, 'call-second-0001')
  await edit(1, postId, both, 'call-second-0001')
  expect((await steps.open(2, postId)).post.mentions).toEqual(
    [first, second].map(({ employeeId, name }) => ({ employeeId, name })),
  )
  const callsTo = async ({ employeeId }: typeof first) =>
    (await steps.noticesOf(employeeId)).filter(({ title }) => title.endsWith('提到了你'))
  expect(await callsTo(first)).toHaveLength(1)
  expect(await callsTo(second)).toHaveLength(1)
  await edit(1, postId, { body: '算了' })
  expect((await steps.open(2, postId)).post.mentions).toEqual([])
})

test('whom it called once is not called anew, however often the name goes and comes', async () => {
  const called = colleague(10)
  const body = `@${called.name} 看这里`
  const asked = { boardId: BOARD, title: '叫一次', body, mentionIds: [called.employeeId] }
  const { postId } = await succeed(cloud, colleague(11), 'forum.createPost', asked)
  for (const time of [1, 2]) {
    await edit(11, postId, { body: `算了，第 ${time} 次` })
    await edit(11, postId, { body: `${body}，第 ${time} 次`, mentionIds: [called.employeeId] })
  }
  expect((await steps.open(2, postId)).post.mentions).toHaveLength(1)
  expect(await steps.noticesOf(called.employeeId)).toHaveLength(1)
})

test('whoever has called the wrong one of two of the same name puts it right', async () => {
  const [wrong, right] = [colleague(51), colleague(52)].map(who => ({ ...who, name: '王伟' }))
  if (!wrong || !right) throw new Error('nobody')
  await insertPeople(cloud.engine, [wrong, right])
  const asked = { boardId: BOARD, title: '哪个王伟', body: '@王伟 看这里', mentionIds: [wrong.employeeId] }
  const { postId } = await succeed(cloud, colleague(12), 'forum.createPost', asked)
  await edit(12, postId, { body: asked.body, mentionIds: [right.employeeId] })
  expect((await steps.open(2, postId)).post.mentions).toEqual([
    { employeeId: right.employeeId, name: right.name },
  ])
  expect(await steps.noticesOf(right.employeeId)).toHaveLength(1)
})

test('a post is not changed into what another one says, nor without end', async () => {
  const title = '代购羽绒服，私信我'
  const said = await steps.publish(8, title)
  const { body } = await storedPost(said)
  const other = await steps.publish(8, '周末去哪里')
  expectError('forum.editPost', await tryToEdit(8, other, { title, body }), 'FORUM_REPEATED')
  for (let time = 0; time < 10; time += 1) await edit(8, other, { title: `第 ${time} 次改` })
  expectError('forum.editPost', await tryToEdit(8, other), 'FORUM_TOO_FAST')
  await at(11 * MINUTE_MS)
  await edit(8, other)
  const repeated = await attempt(cloud, colleague(8), 'forum.createPost', { boardId: BOARD, ...words })
  expectError('forum.createPost', repeated, 'FORUM_REPEATED')
})

test('pictures stay, go and come; those that come are looked at first', async () => {
  const uploaded = await Promise.all(['a.jpg', 'b.jpg'].map(upload))
  const images = uploaded.map(fileId => ({ fileId }))
  const post = { boardId: BOARD, title: '两张图片', body: '看图', images }
  const { postId } = await succeed(cloud, colleague(7), 'forum.createPost', post)
  const [kept, dropped] = (await storedPost(postId)).images
  await cloud.door('POST', '/local/media', { trace_id: kept?.traceId, suggest: 'pass' })
  const fresh = await upload('c.jpg')
  await edit(7, postId, { keptFileIds: [kept?.fileId], images: [{ fileId: fresh }] })
  const after = (await storedPost(postId)).images
  expect(after).toMatchObject([{ fileId: kept?.fileId, state: 'passed' }, { state: 'checking' }])
  expect((await steps.open(2, postId)).post.images).toHaveLength(1)
  expect((await versionsOf(postId))[1]).toMatchObject({ pictures: 2 })
  const gone = await tryToEdit(7, postId, { keptFileIds: [dropped?.fileId] })
  expectError('forum.editPost', gone, 'FORUM_IMAGE_MISSING')
})

/** One post for all refusals: none of them changes it. */
let original: string | undefined

type Refusing = (reply: Awaited<ReturnType<typeof attempt>>) => void
const tenPictures = {
  keptFileIds: ['cloud://x/pictures/y.jpg'],
  images: Array.from({ length: 9 }, (_, index) => ({ fileId: `cloud://x/uploads/${index}.jpg` })),
}

const refusals: [string, object, Refusing][] = [
  [
    'of a post that is not there',
    { postId: 'none' },
    reply => expectError('forum.editPost', reply, 'FORUM_POST_MISSING'),
  ],
  [
    'with words that WeChat refuses',
    { body: '内部代开发票' },
    reply => {
      expectError('forum.editPost', reply, 'CONTENT_REJECTED')
      expect(reply).toMatchObject({ error: { fields: ['body'] } })
    },
  ],
  ['without a title', { title: ' ' }, reply => expectError('forum.editPost', reply, 'INVALID_INPUT')],
  [
    'with a picture of another post',
    { keptFileIds: ['cloud://x/pictures/y.jpg'] },
    reply => expectError('forum.editPost', reply, 'FORUM_IMAGE_MISSING'),
  ],
  ['with ten pictures', tenPictures, reply => expectError('forum.editPost', reply, 'INVALID_INPUT')],
]
test.each(refusals)(
  'a change %s is refused and leaves the post as it is',
  async (_what, part, expectRefusal) => {
    original = original ?? (await steps.publish(4, '原来的标题'))
    expectRefusal(await tryToEdit(4, original, part))
    expect(await versionsOf(original)).toMatchObject([{ title: '原来的标题' }])
  },
)

test('a change by somebody else, or after half an hour, is refused', async () => {
  const postId = await steps.publish(8)
  expectError('forum.editPost', await tryToEdit(5, postId), 'FORUM_NOT_YOURS')
  await at(WINDOW_MS + 1)
  expectError('forum.editPost', await tryToEdit(8, postId), 'FORUM_EDIT_TOO_LATE')
  expect(await versionsOf(postId)).toHaveLength(1)
})

test('what a post that is gone has said is shown to nobody', async () => {
  const postId = await steps.publish(6)
  await edit(6, postId)
  await succeed(cloud, colleague(6), 'forum.deletePost', { postId })
  const reply = await attempt(cloud, colleague(9), 'forum.openEdits', { postId })
  expectError('forum.openEdits', reply, 'FORUM_POST_MISSING')
})

test('is not taken while WeChat cannot check it', async () => {
  const postId = await steps.publish(9)
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'reject' } })
  expectError('forum.editPost', await tryToEdit(9, postId), 'CONTENT_CHECK_UNAVAILABLE')
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))

test('whoever may not publish may not change either', async () => {
  const [stored] = await cloud.dump<EmployeeDocument>('identity_employees')
  const muted = { ...stored, _id: 'VC990001', openid: 'wx-muted', mutedUntil: NOON_MS + MINUTE_MS }
  await cloud.engine.insertMany('identity_employees', [muted])
  const first = { boardId: BOARD, title: '写错的标题', body: '写错的正文' }
  await at(MINUTE_MS)
  const published = await cloud.call<{ postId: string }>(
    muted.openid,
    'forum.createPost',
    first,
    'muted-0001',
  )
  const { postId } = expectData(published)
  const change = () => attempt(cloud, muted, 'forum.editPost', { postId, ...words })
  await at(MINUTE_MS - 1)
  expectError('forum.editPost', await change(), 'FORUM_MUTED')
  await at(MINUTE_MS)
  expect(await change()).toMatchObject({ ok: true })
})

test('one change that is sent again and again under one requestId is one', async () => {
  const postId = await steps.publish(6, '一直没改成')
  const requestId = 'edit-again-and-again'
  const input = { postId, ...words }
  const send = () => attempt(cloud, colleague(6), 'forum.editPost', input, requestId)
  await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail', times: 11 } })
  for (let times = 0; times < 11; times += 1)
    expect(await send()).toMatchObject({ ok: false, error: { kind: 'retry' } })
  expect(await send()).toMatchObject({ ok: true })
})
