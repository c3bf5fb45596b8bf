import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { END_MS, FIKA, NOON_MS, type PollSteps, pollSteps, votesOf } from '../../support/pollSteps'
import { talkSteps } from '../../support/talkSteps'
import {
  attempt,
  BOARD,
  colleague,
  expectWithinBudgets,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const RISKY = '私下加微信代购'

let cloud: TestCloud
let world: TalkWorld
let polls: PollSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString() })
  world = await talkWorld(cloud.engine, 40)
  polls = pollSteps(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => at(NOON_MS))

const at = (ms: number) => cloud.clock(new Date(ms).toISOString())
let authors = 0
/** Nobody has asked yet: whoever publishes fast is slowed down. */
const someone = () => {
  authors += 1
  return authors
}
const tryToAsk = (poll: object) =>
  attempt(cloud, colleague(someone()), 'forum.createPost', {
    boardId: BOARD,
    title: '周五 Fika 想吃什么',
    body: '茶水间见',
    poll: { ...FIKA, ...poll },
  })
const tryToEdit = (who: number, postId: string, poll: object | undefined, title = '改过的标题') =>
  attempt(cloud, colleague(who), 'forum.editPost', { postId, title, body: '改过的正文', poll })

describe('a poll', () => {
  test('shows its numbers to whoever has voted, and to nobody else before it is over', async () => {
    const postId = await polls.ask(someone())
    expect(await polls.seen(30, postId)).toEqual({
      multiple: false,
      options: FIKA.options.map((text, index) => ({ optionId: `${'abc'[index]}0`, text, votes: null })),
      voters: 0,
      endsAt: END_MS,
      over: false,
      chosen: [],
    })
    const poll = await polls.vote(30, postId, 'b0')
    expect([votesOf(poll), poll.voters, poll.chosen]).toEqual([[0, 1, 0], 1, ['b0']])
    expect(await polls.seen(30, postId)).toEqual(poll)
    const other = await polls.seen(31, postId)
    expect([votesOf(other), other.voters, other.chosen]).toEqual([[null, null, null], 1, []])
    await at(END_MS)
    const over = await polls.seen(31, postId)
    expect([votesOf(over), over.over]).toEqual([[0, 1, 0], true])
  })

  test('is the same in the feed, and tells nobody who has chosen what', async () => {
    const author = someone()
    const postId = await polls.ask(author)
    await polls.vote(30, postId, 'a0')
    const { posts } = await succeed(cloud, colleague(author), 'forum.openFeed')
    const listed = posts.find(post => post.postId === postId)
    expect(listed?.poll).toEqual(await polls.seen(author, postId))
    expect(JSON.stringify(listed)).not.toContain(colleague(30).employeeId)
    const moderator = await succeed(cloud, world.moderator, 'forum.openPost', { postId })
    expect(JSON.stringify(moderator)).not.toContain(colleague(30).employeeId)
  })

  test('takes several choices of one person where it says so, and counts one voter', async () => {
    const postId = await polls.ask(someone(), { multiple: true })
    await polls.vote(30, postId, 'a0', 'c0')
    const poll = await polls.vote(31, postId, 'c0')
    expect([votesOf(poll), poll.voters]).toEqual([[1, 0, 2], 2])
  })

  test('counts a vote once, whatever is repeated, and takes no other one afterwards', async () => {
    const postId = await polls.ask(someone(), { multiple: true })
    await polls.vote(30, postId, 'a0', 'b0')
    expect(votesOf(await polls.vote(30, postId, 'b0', 'a0'))).toEqual([1, 1, 0])
    expectError('forum.votePoll', await polls.tryToVote(30, postId, 'c0'), 'FORUM_POLL_VOTED')
    await at(END_MS)
    expect(votesOf(await polls.vote(30, postId, 'a0', 'b0'))).toEqual([1, 1, 0])
  })
})

describe('a vote is refused', () => {
  test('from the end on', async () => {
    const postId = await polls.ask(someone())
    await at(END_MS - 1)
    await polls.vote(30, postId, 'a0')
    await at(END_MS)
    expectError('forum.votePoll', await polls.tryToVote(31, postId, 'a0'), 'FORUM_POLL_OVER')
    expect((await polls.stored(postId)).poll).toMatchObject({ voters: 1, counts: { a0: 1 } })
  })

  test('for more than one of a single choice, and for what is no option', async () => {
    const postId = await polls.ask(someone())
    expectError('forum.votePoll', await polls.tryToVote(30, postId, 'a0', 'b0'), 'FORUM_POLL_ONE_ONLY')
    expectError('forum.votePoll', await polls.tryToVote(30, postId, 'd0'), 'FORUM_POLL_CHANGED')
    for (const wrong of [[], ['a0', 'a0'], ['ballots']])
      expect(await polls.tryToVote(30, postId, ...wrong)).toMatchObject({ ok: false })
    expect((await polls.stored(postId)).poll).toMatchObject({ voters: 0, ballots: {} })
  })

  test('where there is no poll, or no post', async () => {
    const plain = await talkSteps(cloud).publish(someone())
    expectError('forum.votePoll', await polls.tryToVote(30, plain, 'a0'), 'FORUM_POLL_MISSING')
    expectError('forum.votePoll', await polls.tryToVote(30, 'nowhere', 'a0'), 'FORUM_POST_MISSING')
  })

  test('on a post that its author deleted, a moderator removed or reports have hidden', async () => {
    const author = someone()
    const [deleted, removed, hidden] = [
      await polls.ask(author),
      await polls.ask(someone()),
      await polls.ask(someone()),
    ]
    await succeed(cloud, colleague(author), 'forum.deletePost', { postId: deleted })
    await succeed(cloud, world.moderator, 'forum.removePost', { postId: removed, reason: '广告' })
    for (const who of [33, 34, 35])
      await succeed(cloud, colleague(who), 'forum.report', { kind: 'post', id: hidden, reason: 'insult' })
    expect((await polls.stored(hidden)).state).toBe('hidden')
    for (const postId of [deleted, removed, hidden]) {
      expectError('forum.votePoll', await polls.tryToVote(30, postId, 'a0'), 'FORUM_POST_MISSING')
      expect((await polls.stored(postId)).poll).toMatchObject({ voters: 0, ballots: {} })
    }
  })
})

describe('asking', () => {
  test('needs an end that people can reach, and words that the machine passes', async () => {
    for (const endsAt of [NOON_MS, NOON_MS + 40 * 24 * 60 * 60_000])
      expectError('forum.createPost', await tryToAsk({ endsAt }), 'FORUM_POLL_END_WRONG')
    const risky = await tryToAsk({ options: ['肉桂卷', RISKY] })
    expectError('forum.createPost', risky, 'CONTENT_REJECTED')
    expect(await tryToAsk({ options: ['只有一个'] })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })

  test('shows moderators the options of what was reported', async () => {
    const postId = await polls.ask(someone())
    await succeed(cloud, colleague(36), 'forum.report', { kind: 'post', id: postId, reason: 'insult' })
    const { saying } = await succeed(cloud, world.moderator, 'forum.openReview', {
      reviewId: `post.${postId}`,
    })
    for (const option of FIKA.options) expect(saying).toContain(option)
  })
})

describe('changing a post', () => {
  test('leaves its poll and the votes alone', async () => {
    const author = someone()
    const postId = await polls.ask(author)
    const before = await polls.vote(30, postId, 'a0')
    expect(await tryToEdit(author, postId, undefined, '周五 Fika 想吃什么')).toMatchObject({ ok: true })
    expect(await polls.seen(30, postId)).toEqual(before)
  })

  test('changes a poll that nobody has voted in, and no other', async () => {
    const author = someone()
    const postId = await polls.ask(author)
    const other = { ...FIKA, options: ['咖啡', '茶'], multiple: true }
    expect(await tryToEdit(author, postId, other)).toMatchObject({ ok: true })
    const seen = await polls.seen(30, postId)
    expect(seen.options.map(({ text }) => text)).toEqual(['咖啡', '茶'])
    // Whoever still looks at the old ones has not voted for what has taken their place.
    expectError('forum.votePoll', await polls.tryToVote(30, postId, 'a0'), 'FORUM_POLL_CHANGED')
    await polls.vote(30, postId, 'a1')
    expectError('forum.editPost', await tryToEdit(author, postId, FIKA), 'FORUM_POLL_FIXED')
    expect((await polls.seen(30, postId)).options.map(({ text }) => text)).toEqual(['咖啡', '茶'])
  })

  test('leaves the question alone once somebody has answered it', async () => {
    const author = someone()
    const postId = await polls.ask(author)
    const retitle = (title: string) =>
      attempt(cloud, colleague(author), 'forum.editPost', { postId, title, body: '改过的话' })
    expect(await retitle('周五 Fika 吃什么')).toMatchObject({ ok: true })
    await polls.vote(30, postId, 'a0')
    expectError('forum.editPost', await retitle('要不要取消周五 Fika'), 'FORUM_POLL_FIXED')
    expect(await retitle('周五 Fika 吃什么')).toMatchObject({ ok: true })
  })

  test('adds none, and none that ends too soon or says what it may not', async () => {
    const author = someone()
    const plain = await talkSteps(cloud).publish(author)
    expectError('forum.editPost', await tryToEdit(author, plain, FIKA), 'FORUM_POLL_MISSING')
    const asking = someone()
    const postId = await polls.ask(asking)
    const soon = { ...FIKA, endsAt: NOON_MS + 1 }
    expectError('forum.editPost', await tryToEdit(asking, postId, soon), 'FORUM_POLL_END_WRONG')
    const risky = { ...FIKA, options: ['肉桂卷', RISKY] }
    expectError('forum.editPost', await tryToEdit(asking, postId, risky), 'CONTENT_REJECTED')
  })
})

test('nothing of it costs more than its contract says', () => expectWithinBudgets(cloud))
