import { readdir } from 'node:fs/promises'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import {
  attempt,
  BOARD,
  CLOSED_BOARD,
  colleague,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const RISKY = '私下加微信代购'
const post = { boardId: BOARD, title: '带两个孩子露营要准备些什么呢', body: '周末去千岛湖。' }

let cloud: TestCloud
let world: TalkWorld

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON, mediaDelayMs: null })
  world = await talkWorld(cloud.engine, 12)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.clock(NOON)
  await cloud.fault({ clear: true })
})

const person = (number: number) => colleague(number)
let published = 0
/** Another post each time, unless it is a command of its own that may be repeated. */
const publish = (author = person(1), input: object = {}, requestId?: string) => {
  published += 1
  const body = requestId ? post.body : `${post.body}第 ${published} 次。`
  return succeed(cloud, author, 'forum.createPost', { ...post, body, ...input }, requestId)
}
const statement = (of = person(1)) => succeed(cloud, of, 'coin.openStatement')

describe('publishing a post', () => {
  test('shows it on top of the feed and in detail, and says at once what it earned', async () => {
    const { postId, earned } = await publish()
    expect(earned).toEqual({
      amount: 5,
      base: 5,
      multiplier: 1,
      reason: 'forum.post',
      leftToday: 25,
      balance: 5,
    })
    const feed = await succeed(cloud, person(2), 'forum.openFeed')
    expect(feed.boards.map(board => board.name)).toEqual(['生活', '公告'])
    expect(feed.posts[0]).toMatchObject({
      postId,
      boardName: '生活',
      author: { employeeId: 'VC000001', name: '同事1', site: '上海', official: false },
      title: post.title,
      likes: 0,
      comments: 0,
      liked: false,
      mine: false,
      postedAt: Date.parse(NOON),
    })
    const detail = await succeed(cloud, person(1), 'forum.openPost', { postId })
    expect(detail).toMatchObject({
      post: { mine: true, body: expect.stringContaining(post.body) },
      comments: [],
      canModerate: false,
    })
    expect((await statement()).lines[0]).toMatchObject({
      title: '发帖「带两个孩子露营要准备些什…」',
      amount: 5,
      balanceAfter: 5,
      subject: { kind: 'post', id: postId },
    })
  })

  test('twice with one requestId is one post, one earning and the same answer', async () => {
    const first = await publish(person(3), {}, 'retry-post-3')
    const again = await publish(person(3), {}, 'retry-post-3')
    expect(again).toEqual(first)
    expect((await statement(person(3))).lines).toHaveLength(1)
    expectError(
      'forum.createPost',
      await attempt(cloud, person(3), 'forum.createPost', { ...post, title: '别的' }, 'retry-post-3'),
      'REQUEST_ID_REUSED',
    )
  })

  test('ten times at once with one requestId is one post', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => publish(person(4), {}, 'race-post-4')))
    expect(new Set(replies.map(reply => reply.postId)).size).toBe(1)
    expect((await succeed(cloud, person(4), 'forum.listMine')).posts).toHaveLength(1)
    expect((await statement(person(4))).balance).toBe(5)
  })
})

type Refused = [
  what: string,
  input: object,
  expectRefusal: (reply: Awaited<ReturnType<typeof attempt>>) => void,
]
const refusals: Refused[] = [
  [
    'an unknown board',
    { boardId: 'nowhere' },
    reply => expectError('forum.createPost', reply, 'FORUM_BOARD_MISSING'),
  ],
  [
    'a closed board',
    { boardId: CLOSED_BOARD },
    reply => expectError('forum.createPost', reply, 'FORUM_BOARD_CLOSED'),
  ],
  ['a risky title', { title: RISKY }, reply => expectError('forum.createPost', reply, 'CONTENT_REJECTED')],
  ['a risky text', { body: RISKY }, reply => expectError('forum.createPost', reply, 'CONTENT_REJECTED')],
  [
    'a picture that is not there',
    { images: [{ fileId: fileIdOf('uploads/none.jpg') }] },
    reply => expectError('forum.createPost', reply, 'FORUM_IMAGE_MISSING'),
  ],
  ...[
    'rosters/staff.csv',
    'uploads/note.txt',
    'uploads/../covers/a.jpg',
    'covers/a.jpg',
    'uploads/a/b.jpg',
  ].map(
    (path): Refused => [
      `a file that no page uploads as a picture: ${path}`,
      { images: [{ fileId: fileIdOf(path) }] },
      reply => expectError('forum.createPost', reply, 'INVALID_INPUT'),
    ],
  ),
  ['no title', { title: ' ' }, reply => expectError('forum.createPost', reply, 'INVALID_INPUT')],
  [
    'a title of two lines',
    { title: '上\n下' },
    reply => expectError('forum.createPost', reply, 'INVALID_INPUT'),
  ],
  [
    'a text too long',
    { body: '长'.repeat(2_001) },
    reply => expectError('forum.createPost', reply, 'INVALID_INPUT'),
  ],
  ['an amount of its own', { amount: 100 }, reply => expectError('forum.createPost', reply, 'INVALID_INPUT')],
]
test.each(refusals)('a post with %s is refused and changes nothing', async (_what, input, expectRefusal) => {
  expectRefusal(await attempt(cloud, person(5), 'forum.createPost', { ...post, ...input }))
  expect((await succeed(cloud, person(5), 'forum.listMine')).posts).toEqual([])
  expect((await statement(person(5))).lines).toEqual([])
})

describe('a colleague', () => {
  test('is told when WeChat does not check, and the retry works', async () => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail' } })
    const again = (id: string) => succeed(cloud, person(6), 'forum.createPost', post, id)
    expectError(
      'forum.createPost',
      await attempt(cloud, person(6), 'forum.createPost', post, 'unchecked-6'),
      'CONTENT_CHECK_UNAVAILABLE',
    )
    expect((await again('unchecked-6')).earned.amount).toBe(5)
  })

  test('is somebody who is registered and has not left', async () => {
    const stranger = { openid: 'nobody' }
    expectError(
      'forum.createPost',
      await attempt(cloud, stranger, 'forum.createPost', post),
      'IDENTITY_NOT_REGISTERED',
    )
    expectError('forum.openFeed', await attempt(cloud, world.leaver, 'forum.openFeed'), 'IDENTITY_LEFT')
  })

  test('an official account carries the badge, a colleague who moderates does not', async () => {
    const authored = async (author: TalkWorld['moderator']) => {
      const { postId } = await publish(author)
      return succeed(cloud, author, 'forum.openPost', { postId })
    }
    expect(await authored(world.voice)).toMatchObject({ post: { author: { official: true } } })
    expect(await authored(world.moderator)).toMatchObject({
      post: { author: { official: false } },
      canModerate: true,
    })
  })
})

describe('the form', () => {
  test('promises what publishing then brings', async () => {
    await cloud.clock('2026-03-02T08:00:00+08:00')
    const { forecast, happyHour } = await succeed(cloud, person(7), 'forum.openCompose')
    expect(forecast).toEqual({ base: 5, multiplier: 2, amount: 10, leftToday: 30 })
    expect(happyHour).toMatchObject({ running: true, multiplier: 2 })
    expect((await publish(person(7))).earned).toMatchObject({ amount: 10, leftToday: 20 })
  })
})

const owner = person(8)
const upload = async (name: string) => {
  const response = await fetch(`${cloud.url}/storage/uploads/${name}`, {
    method: 'PUT',
    headers: { 'x-openid': owner.openid },
    body: new Uint8Array([0xff, 0xd8, 0xff]),
  })
  return ((await response.json()) as { fileId: string }).fileId
}
const pending = async () => (await cloud.door('GET', '/local/media')).body as string[]
const judge = (traceId: string, suggest: string) =>
  cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
const imagesFor = async (reader: typeof owner, postId: string) =>
  (await succeed(cloud, reader, 'forum.openPost', { postId })).post.images

interface StoredPost {
  _id: string
  images: { fileId: string; traceId: string }[]
}
const storedPost = async (postId: string) =>
  (await cloud.dump<StoredPost>('forum_posts')).find(({ _id }) => _id === postId)
const statusOf = async (fileId: string) =>
  (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status
const withPictures = async (...names: string[]) => {
  const fileIds = await Promise.all(names.map(upload))
  const { postId } = await publish(owner, {
    images: fileIds.map(fileId => ({ fileId, width: 12, height: 9 })),
  })
  return { postId, uploaded: fileIds, images: (await storedPost(postId))?.images ?? [] }
}

describe('pictures', () => {
  test('are the author’s alone until they have passed, and nobody’s when they have not', async () => {
    const { postId, images } = await withPictures('a.jpg', 'b.jpg')
    const shown = images.map(({ fileId }) => ({ fileId, width: 12, height: 9 }))
    expect(await imagesFor(owner, postId)).toEqual(shown.map(image => ({ ...image, state: 'checking' })))
    expect(await imagesFor(person(1), postId)).toEqual([])

    await judge(images[0]?.traceId ?? '', 'pass')
    await judge(images[1]?.traceId ?? '', 'risky')
    expect(await imagesFor(person(1), postId)).toEqual([{ ...shown[0], state: 'passed' }])
    expect(await imagesFor(owner, postId)).toEqual([{ ...shown[0], state: 'passed' }])
    expect(await Promise.all(images.map(({ fileId }) => statusOf(fileId)))).toEqual([200, 404])
    expect(await cloud.dump('forum_verdicts')).toEqual([])
  })

  test('can’t be replaced by their author: what was looked at is a copy, and the only one left', async () => {
    const { images, uploaded } = await withPictures('swapped.jpg')
    const copy = images[0]?.fileId ?? ''
    expect(copy).not.toBe(uploaded[0])
    expect(await statusOf(uploaded[0] ?? '')).toBe(404)
    const replaced = await fetch(`${cloud.url}/storage/${copy.split('/').slice(3).join('/')}`, {
      method: 'PUT',
      headers: { 'x-openid': owner.openid },
      body: 'another picture',
    })
    expect(replaced.status).toBe(403)
  })

  test('go with their post when its author takes it back', async () => {
    const { postId, images } = await withPictures('deleted.jpg')
    await succeed(cloud, owner, 'forum.deletePost', { postId })
    expect(await Promise.all(images.map(({ fileId }) => statusOf(fileId)))).toEqual([404])
  })

  test('of a post that is refused leave no copy behind', async () => {
    const fileId = await upload('kept.jpg')
    const images = [{ fileId }, { fileId: fileIdOf('uploads/none.jpg') }]
    const before = await storedFiles()
    const reply = await attempt(cloud, owner, 'forum.createPost', { ...post, images })
    expectError('forum.createPost', reply, 'FORUM_IMAGE_MISSING')
    await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail' } })
    const unchecked = await attempt(cloud, owner, 'forum.createPost', { ...post, images: [{ fileId }] })
    expectError('forum.createPost', unchecked, 'CONTENT_CHECK_UNAVAILABLE')
    expect(await storedFiles()).toBe(before)
    expect(await statusOf(fileId)).toBe(200)
  })

  test('that were judged before their post was committed are settled by the timer', async () => {
    const fileId = await upload('orphan.jpg')
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'slow', slowMs: 600 } })
    const others = await pending()
    const publishing = publish(owner, { images: [{ fileId }] })
    await judgeWhenAsked('pass', others)
    const { postId } = await publishing
    expect(await imagesFor(person(1), postId)).toEqual([])
    expect(await cloud.timer('forum', 'tend')).toMatchObject({ data: { data: { settled: 1 } } })
    expect(await imagesFor(person(1), postId)).toMatchObject([{ state: 'passed' }])
    expect(await cloud.dump('forum_verdicts')).toEqual([])
  })
})

/** How many files are in storage, each with its description. */
async function storedFiles(): Promise<number> {
  const all = await readdir(cloud.dataDir, { recursive: true })
  return all.filter(name => name.startsWith('storage')).length
}

async function judgeWhenAsked(suggest: string, others: readonly string[]): Promise<void> {
  const deadline = performance.now() + 5_000
  while (performance.now() < deadline) {
    const traceId = (await pending()).find(id => !others.includes(id))
    if (traceId) {
      await judge(traceId, suggest)
      return
    }
  }
  throw new Error('WeChat was never asked about the picture')
}

function fileIdOf(path: string): string {
  return `cloud://wo-local.776f-wo-local-1250000000/${path}`
}
