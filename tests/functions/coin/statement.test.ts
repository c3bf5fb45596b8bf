import { dayOf } from '@domain/kernel/time'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const [ann, bo] = [colleague(1), colleague(2)]
const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-24']

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
  await talkWorld(cloud.engine, 2)
  for (const day of days) {
    await cloud.clock(`${day}T12:00:00+08:00`)
    const post = { boardId: BOARD, title: `${day} 的帖子`, body: `${day} 的正文` }
    const { postId } = await succeed(cloud, ann, 'forum.createPost', post)
    await succeed(cloud, ann, 'forum.addComment', { postId, body: `${day} 的评论` })
    await succeed(cloud, ann, 'growth.checkIn', {})
    if (day === '2026-10-31') await succeed(cloud, ann, 'forum.deletePost', { postId })
  }
})
afterAll(() => cloud.close())

const statement = (input: object = {}) => succeed(cloud, ann, 'coin.openStatement', input)

test('tells the months that moved coins, the latest first, and this month’s totals', async () => {
  const { months, month, lines } = await statement()
  expect(months).toEqual(['2026-11', '2026-10', '2026-09'])
  expect(month).toEqual({ on: '2026-11', earned: 20, spent: 0, reversed: 0 })
  expect(lines).toHaveLength(16)
})

test('a month has its own lines and exact totals; the day decides in China', async () => {
  const { month, lines } = await statement({ month: '2026-10' })
  expect(month).toEqual({ on: '2026-10', earned: 20, spent: 0, reversed: 5 })
  expect(lines).toHaveLength(7)
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  expect(sum).toBe(month.earned - month.spent - month.reversed)
  expect((await statement({ month: '2026-08' })).lines).toEqual([])
})

test('leads to what a line is about, but to no post that was deleted', async () => {
  const { lines } = await statement({ month: '2026-10' })
  const subjects = (on: string) =>
    lines
      .filter(({ receivedAt, reason }) => dayOf(receivedAt) === on && reason.startsWith('forum.'))
      .map(({ subject }) => subject?.kind ?? null)
  // Published and commented on; of the deleted one also what went back.
  expect(subjects('2026-10-01')).toEqual(['post', 'post'])
  expect(subjects('2026-10-31')).toEqual([null, null, null])
})

test('sides and reasons go together with a month', async () => {
  const reversed = await statement({ filter: 'reversed', month: '2026-10' })
  expect(reversed.lines).toMatchObject([{ kind: 'reverse', amount: -5 }])
  expect((await statement({ filter: 'reversed', month: '2026-11' })).lines).toEqual([])
  const checkIns = await statement({ filter: 'growth.checkIn' })
  expect(checkIns.lines).toHaveLength(days.length)
  const comments = await statement({ filter: 'forum.comment', month: '2026-11' })
  expect(comments.lines.map(({ reason }) => reason)).toEqual(['forum.comment', 'forum.comment'])
})

test('is nobody else’s', async () => {
  expect(await succeed(cloud, bo, 'coin.openStatement', { month: '2026-11' })).toMatchObject({
    lines: [],
    months: [],
    month: { earned: 0 },
  })
})
