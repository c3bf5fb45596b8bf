import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import {
  attempt,
  BOARD,
  colleague,
  persist,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const DAY = '2026-03-02'
const wall = (time: string) => `${DAY}T${time}+08:00`

let cloud: TestCloud
let world: TalkWorld

beforeAll(async () => {
  cloud = await startTestCloud({ clock: wall('12:00:00') })
  world = await talkWorld(cloud.engine, 40)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.clock(wall('12:00:00'))
  await cloud.fault({ clear: true })
})

const post = { boardId: BOARD, title: '周末露营', body: '一起去' }
let published = 0
/** Another post each time, unless it is a command of its own that may be repeated. */
const publish = (author: TestPerson, requestId?: string) => {
  published += 1
  const body = requestId ? post.body : `${post.body}，第 ${published} 次`
  return succeed(cloud, author, 'forum.createPost', { ...post, body }, requestId)
}
const statement = (of: TestPerson, input: object = {}) => succeed(cloud, of, 'coin.openStatement', input)

describe('Happy Hour by the time of reception, on a server in UTC', () => {
  test.each([
    ['06:59:59.999', 1, 1],
    ['07:00:00.000', 2, 2],
    ['08:59:59.999', 2, 3],
    ['09:00:00.000', 1, 4],
    ['17:29:59.999', 1, 5],
    ['17:30:00.000', 2, 6],
    ['19:29:59.999', 2, 7],
    ['19:30:00.000', 1, 8],
  ])('at %s a post earns ×%i', async (time, multiplier, author) => {
    await cloud.clock(wall(time))
    const { earned } = await publish(colleague(author))
    expect(earned).toMatchObject({ base: 5, multiplier, amount: 5 * multiplier })
  })

  test.each([
    ['killed before its commit', 9, { action: 'database.commitTransaction', mode: 'fail' as const }],
    ['cut off before its transaction', 10, { action: 'database.startTransaction', mode: 'fail' as const }],
    ['committed with its reply lost', 11, { action: 'database.commitTransaction', mode: 'drop' as const }],
  ])('a retry at 09:00:01 of what was received at 08:59:59, %s, keeps ×2', async (_how, author, fault) => {
    const id = `late-retry-${author}`
    await cloud.clock(wall('08:59:59.000'))
    await cloud.fault({ database: fault })
    const first = await cloud.call<{ postId: string }>(colleague(author).openid, 'forum.createPost', post, id)
    await cloud.fault({ clear: true })
    await cloud.clock(wall('09:00:01.000'))
    const { earned, postId } = await publish(colleague(author), id)
    expect(earned).toMatchObject({ multiplier: 2, amount: 10 })
    if (first.ok) expect(first.data.postId).toBe(postId)
    const { lines, balance } = await statement(colleague(author))
    expect(balance).toBe(10)
    expect(lines).toEqual([
      expect.objectContaining({
        receivedAt: Date.parse(wall('08:59:59.000')),
        earning: expect.objectContaining({ multiplier: 2 }),
      }),
    ])
  })

  test.each([3, 4, 6, 8])(
    'so does one whose process was killed at its database request %i',
    async request => {
      const author = colleague(20 + request)
      const id = `killed-${request}`
      await cloud.clock(wall('08:59:59.000'))
      await cloud.fault({
        function: { name: 'forum', procedure: 'createPost', mode: 'kill', after: request },
      })
      await cloud.call(author.openid, 'forum.createPost', post, id)
      await cloud.clock(wall('09:00:01.000'))
      const { earned } = await persist(cloud, author, 'forum.createPost', post, id)
      expect(earned).toMatchObject({ multiplier: 2, amount: 10, balance: 10 })
      expect((await statement(author)).lines).toHaveLength(1)
    },
  )
})

describe('a database that fails', () => {
  test.each([
    ['coin_entries', 1],
    ['platform_receipts', 2],
  ])(
    'at %s is not mistaken for a repetition: the same request works afterwards',
    async (collection, author) => {
      const who = colleague(36 + author)
      await cloud.fault({ database: { collection, action: 'database.insertDocument', mode: 'fail' } })
      const id = `failing-${collection}`
      const reply = await attempt(cloud, who, 'forum.createPost', post, id)
      expectError('forum.createPost', reply, 'DATABASE_UNAVAILABLE')
      expect((await publish(who, id)).earned?.balance).toBe(5)
    },
  )
})

describe('the day’s cap', () => {
  test('saturates, says so, and opens again at midnight in China', async () => {
    const author = colleague(12)
    await cloud.clock(wall('08:00:00'))
    for (const [amount, leftToday] of [
      [10, 20],
      [10, 10],
      [10, 0],
      [0, 0],
    ] as const) {
      expect((await publish(author)).earned).toMatchObject({ amount, leftToday })
    }
    expect((await statement(author)).lines).toHaveLength(3)
    await cloud.clock('2026-03-02T23:59:59.999+08:00')
    expect((await publish(author)).earned?.amount).toBe(0)
    await cloud.clock('2026-03-03T00:00:00.000+08:00')
    expect((await publish(author)).earned?.amount).toBe(5)
  })

  test('is not opened again by deleting what reached it', async () => {
    const author = colleague(13)
    await cloud.clock(wall('08:00:00'))
    const { postId } = await publish(author)
    await publish(author)
    await publish(author)
    await succeed(cloud, author, 'forum.deletePost', { postId })
    expect((await publish(author)).earned).toMatchObject({ amount: 0, leftToday: 0, balance: 20 })
  })
})

describe('a post published, removed by moderation and sent again', () => {
  test('by the same request is not paid again; by a new one it is, and the statement says why', async () => {
    const author = colleague(14)
    await cloud.clock(wall('08:00:00'))
    const { postId } = await publish(author, 'published-14')
    await cloud.clock(wall('08:10:00'))
    await succeed(cloud, world.moderator, 'forum.removePost', { postId, reason: '疑似广告' })
    const retried = await publish(author, 'published-14')
    expect(retried.postId).toBe(postId)
    expect((await statement(author)).balance).toBe(0)
    expectError(
      'forum.openPost',
      await attempt(cloud, author, 'forum.openPost', { postId }),
      'FORUM_POST_MISSING',
    )

    await cloud.clock(wall('09:10:00'))
    await publish(author)
    const { lines, balance, month } = await statement(author)
    expect(balance).toBe(5)
    expect(
      lines.map(({ kind, title, amount, balanceAfter, because }) => ({
        kind,
        title,
        amount,
        balanceAfter,
        because,
      })),
    ).toEqual([
      { kind: 'earn', title: '发帖「周末露营」', amount: 5, balanceAfter: 5, because: null },
      { kind: 'reverse', title: '「周末露营」被移除', amount: -10, balanceAfter: 0, because: '疑似广告' },
      { kind: 'earn', title: '发帖「周末露营」', amount: 10, balanceAfter: 10, because: null },
    ])
    expect(month).toEqual({ on: '2026-03', earned: 15, spent: 0, reversed: 10 })
  })
})

describe('the statement', () => {
  test('tells of each line by which rule it came', async () => {
    await cloud.clock(wall('18:00:00'))
    await publish(colleague(15))
    const { lines } = await statement(colleague(15))
    expect(lines[0]).toMatchObject({
      kind: 'earn',
      reason: 'forum.post',
      debtPaid: 0,
      debtAdded: 0,
      earning: {
        base: 5,
        multiplier: 2,
        window: { fromMinute: 1050, toMinute: 1170 },
        cap: { perDay: 30, earnedToday: 10 },
        ruleVersion: 1,
      },
    })
  })

  test('pages by twenty without a gap and filters by what happened', async () => {
    const author = colleague(16)
    for (let day = 1; day <= 22; day += 1) {
      await cloud.clock(`2026-04-${String(day).padStart(2, '0')}T12:00:00+08:00`)
      const { postId } = await publish(author)
      if (day > 20) await succeed(cloud, author, 'forum.deletePost', { postId })
    }
    const first = await statement(author)
    expect(first.lines).toHaveLength(20)
    const second = await statement(author, { after: first.next })
    expect(second).toMatchObject({ next: null, balance: 100 })
    expect([...first.lines, ...second.lines].map(line => line.entryId)).toHaveLength(24)
    const reversed = await statement(author, { filter: 'reversed' })
    expect(reversed.lines.map(line => line.kind)).toEqual(['reverse', 'reverse'])
    expect((await statement(author, { filter: 'spent' })).lines).toEqual([])
    const earned = await statement(author, { filter: 'earned' })
    expect(earned.lines).toHaveLength(20)
    expect((await statement(author, { filter: 'earned', after: earned.next })).lines).toHaveLength(2)
  })

  test('of somebody who never moved a coin is empty', async () => {
    expect(await statement(colleague(17))).toMatchObject({
      balance: 0,
      debt: 0,
      month: { on: '2026-03', earned: 0, spent: 0, reversed: 0 },
      lines: [],
      next: null,
    })
  })
})

test('the balance says what today has brought and which Happy Hour is near', async () => {
  const author = colleague(18)
  const { postId } = await publish(author)
  await succeed(cloud, author, 'forum.addComment', { postId, body: '补充一句' })
  await cloud.clock(wall('17:00:00'))
  expect(await succeed(cloud, author, 'identity.openSession')).toMatchObject({
    coins: { balance: 7, earnedToday: 7 },
  })
  expect(await succeed(cloud, author, 'forum.openFeed')).toMatchObject({
    happyHour: { running: false, startsAt: Date.parse(wall('17:30:00')), multiplier: 2 },
  })
})
