import { RECEIPT_LIFE_MS } from '../../../cloudfunctions/platform/receipts'
import { expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, stranger, type TestPerson } from '../../support/people'
import { attempt, BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const HAPPY_HOUR = '2026-03-02T08:30:00+08:00'
const AFTERNOON = '2026-03-02T14:30:00+08:00'
const post = { boardId: BOARD, title: '带两个孩子露营要准备些什么呢' }

let cloud: TestCloud
let storage: string
let posts = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: HAPPY_HOUR })
  await talkWorld(cloud.engine, 12)
  const probe = 'uploads/probe.jpg'
  storage = (await upload(cloud, colleague(1).openid, probe, 'a picture')).replace(`/${probe}`, '')
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.clock(HAPPY_HOUR)
  await cloud.fault({ clear: true })
})

/** A post whose picture is in storage only when the test says so. */
function early() {
  posts += 1
  const path = `uploads/early-${posts}.jpg`
  return {
    author: colleague(posts),
    requestId: `early-request-${posts}`,
    input: {
      ...post,
      body: `周末去千岛湖，第 ${posts} 次。`,
      images: [{ fileId: `${storage}/${path}`, width: 400, height: 300 }],
    },
    open: () => upload(cloud, colleague(posts).openid, path, 'a picture'),
  }
}

const postsOf = async ({ employeeId }: TestPerson) =>
  (await cloud.dump('forum_posts')).filter(({ author }) => (author as TestPerson).employeeId === employeeId)

test('a command that was refused is received anew: nobody lays up a Happy Hour', async () => {
  const { author, requestId, input, open } = early()
  const refused = await attempt(cloud, author, 'forum.createPost', input, requestId)
  expectError('forum.createPost', refused, 'FORUM_IMAGE_MISSING')
  await open()
  await cloud.clock(AFTERNOON)
  const { earned } = await succeed(cloud, author, 'forum.createPost', input, requestId)
  expect(earned).toMatchObject({ amount: 5, multiplier: 1 })
})

test('a command that could not be done keeps the time of its first reception', async () => {
  const { author, requestId, input, open } = early()
  await open()
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  const failed = await attempt(cloud, author, 'forum.createPost', input, requestId)
  expectError('forum.createPost', failed, 'CONTENT_CHECK_UNAVAILABLE')
  await cloud.clock(AFTERNOON)
  const { earned } = await succeed(cloud, author, 'forum.createPost', input, requestId)
  expect(earned).toMatchObject({ amount: 10, multiplier: 2 })
})

test('a command whose execution died at its first request keeps the time at which it came', async () => {
  const { author, requestId, input, open } = early()
  await open()
  await cloud.clock('2026-03-02T08:59:58+08:00')
  await cloud.fault({
    function: { name: 'forum', procedure: 'createPost', mode: 'kill', after: 1, when: 'after' },
  })
  expect(await attempt(cloud, author, 'forum.createPost', input, requestId)).toMatchObject({ ok: false })
  await cloud.clock('2026-03-02T09:00:01+08:00')
  const { earned } = await succeed(cloud, author, 'forum.createPost', input, requestId)
  expect(earned).toMatchObject({ amount: 10, multiplier: 2 })
})

test('of what a stranger or a leaver sends no reception stays', async () => {
  await insertPeople(cloud.engine, [people.ding])
  const refused = [
    { openid: stranger.openid, code: 'IDENTITY_NOT_REGISTERED' },
    { openid: people.ding.openid, code: 'IDENTITY_LEFT' },
  ] as const
  for (const { openid, code } of refused) {
    const reply = await cloud.call(openid, 'forum.createPost', early().input, 'none-of-theirs')
    expectError('forum.createPost', reply, code)
  }
  const kept = await cloud.dump('platform_receipts')
  expect(kept.filter(({ _id }) => String(_id).includes('none-of-theirs'))).toEqual([])
})

test('a refusal leaves the requestId tied to its input', async () => {
  const { author, requestId, input, open } = early()
  await attempt(cloud, author, 'forum.createPost', input, requestId)
  await open()
  const other = { ...input, body: '另一段正文' }
  const reply = await attempt(cloud, author, 'forum.createPost', other, requestId)
  expectError('forum.createPost', reply, 'REQUEST_ID_REUSED')
})

test('after a refusal many at once are one reception and commit once', async () => {
  const { author, requestId, input, open } = early()
  await attempt(cloud, author, 'forum.createPost', input, requestId)
  await open()
  await cloud.clock(AFTERNOON)
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => attempt(cloud, author, 'forum.createPost', input, requestId)),
  )
  expect(new Set(replies.map(reply => JSON.stringify(reply))).size).toBe(1)
  expect(replies[0]).toMatchObject({ ok: true })
  expect(await postsOf(author)).toHaveLength(1)
})

test('the answer of an execution that commits after another one’s refusal is the answer', async () => {
  const { author, requestId, input, open } = early()
  await attempt(cloud, author, 'forum.createPost', input, requestId)
  await open()
  const receipt = { at: Date.parse(HAPPY_HOUR), procedure: '', inputHash: '', expiresAt: 9e15 }
  const done = {
    _id: `${author.employeeId}.${requestId}.done`,
    ...receipt,
    result: '{"postId":"first","earned":null}',
  }
  await cloud.engine.insertMany('platform_receipts', [done])
  const again = await attempt(cloud, author, 'forum.createPost', input, requestId)
  expect(again).toEqual({ ok: true, data: { postId: 'first', earned: null } })
  expect(await postsOf(author)).toEqual([])
})

/** Takes a post of its own back, so that no test needs what another has left. */
async function takenBack(author: TestPerson) {
  const publish = async (number: number) => {
    const input = { ...post, body: `要收回的第 ${number} 帖` }
    return (await succeed(cloud, author, 'forum.createPost', input)).postId
  }
  const [postId, other] = [await publish(1), await publish(2)]
  return {
    again: (id: string, which = postId) => attempt(cloud, author, 'forum.deletePost', { postId: which }, id),
    other,
    kept: async (id: string) =>
      (await cloud.dump('platform_receipts')).filter(({ _id }) => String(_id).includes(id)),
  }
}

test('a command that neither earns nor reserves keeps its result alone, and a retry is answered with it', async () => {
  const { again, other, kept } = await takenBack(colleague(11))
  const first = await again('take-back-1')
  expect(first).toMatchObject({ ok: true, data: { reversed: 10 } })
  expect(await again('take-back-1')).toEqual(first)
  expect(await kept('take-back-1')).toHaveLength(1)
  expectError('forum.deletePost', await again('take-back-1', other), 'REQUEST_ID_REUSED')
})

test('many executions of such a command at once are one', async () => {
  const { again, kept } = await takenBack(colleague(12))
  const replies = await Promise.all(Array.from({ length: 8 }, () => again('take-back-2')))
  expect(new Set(replies.map(reply => JSON.stringify(reply))).size).toBe(1)
  expect(replies[0]).toMatchObject({ ok: true })
  expect(await kept('take-back-2')).toHaveLength(1)
})

test('a refusal costs one request more, and its reception lives its week from the last time', async () => {
  const { author, requestId, input } = early()
  const refuse = () => attempt(cloud, author, 'forum.createPost', input, requestId)
  await refuse()
  await cloud.clock(AFTERNOON)
  await refuse()
  const [reception] = (await cloud.dump('platform_receipts')).filter(({ _id }) =>
    String(_id).endsWith(requestId),
  )
  expect(reception).toMatchObject({ refused: true, expiresAt: Date.parse(AFTERNOON) + RECEIPT_LIFE_MS })
  const [call] = (await cloud.log('forum.createPost')).filter(record => record.requestId === requestId)
  const touched = call?.databaseRequests.filter(({ collection }) => collection === 'platform_receipts')
  expect(touched?.map(({ action }) => action)).toEqual([
    'database.insertDocument',
    'database.getDocument',
    'database.modifyDocument',
  ])
})
