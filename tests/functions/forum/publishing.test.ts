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
  cloud = await startTestCloud({ clock: NOON })
  world = await talkWorld(cloud.engine, 12)
  await cloud.engine.insertMany('union_associations', [{ _id: 'assoc-bike', name: '骑行', site: '成都' }])
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
      experience: 10,
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
    expect((await again('unchecked-6')).earned?.amount).toBe(5)
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

function fileIdOf(path: string): string {
  return `cloud://wo-local.776f-wo-local-1250000000/${path}`
}

test('a post stands at the site that it is from, which is one’s own or one that has an association', async () => {
  const { sites } = await succeed(cloud, person(1), 'forum.openCompose')
  expect(sites).toEqual(['上海', '成都'])
  const fromOf = async (postId: string) =>
    (await succeed(cloud, person(2), 'forum.openPost', { postId })).post.author
  const { postId: away } = await publish(person(8), { site: '成都' })
  expect(await fromOf(away)).toMatchObject({ name: '同事8', site: '成都' })
  const { postId: home } = await publish(person(9), { site: '上海' })
  expect(await fromOf(home)).toMatchObject({ site: '上海' })
  const reply = await attempt(cloud, person(9), 'forum.createPost', { ...post, site: '火星' })
  expectError('forum.createPost', reply, 'FORUM_SITE_MISSING')
})
