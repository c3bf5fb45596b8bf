import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { FIKA, NOON_MS, type PollSteps, pollSteps, votesOf } from '../../support/pollSteps'
import { attempt, colleague, talkWorld } from '../../support/talkWorld'

const CROWD = 200
const AUTHOR = CROWD + 1
const READER = CROWD + 2

let cloud: TestCloud
let polls: PollSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString() })
  await talkWorld(cloud.engine, CROWD + 30)
  polls = pollSteps(cloud)
})
afterAll(() => cloud.close())
afterEach(() => cloud.fault({ clear: true }))

const everybody = Array.from({ length: CROWD }, (_, index) => index + 1)
const refusedOf = (replies: readonly { ok: boolean; error?: { code: string } }[]) =>
  replies.flatMap(({ ok, error }) => (ok ? [] : [error?.code]))

test('two hundred people vote at once, some twice, and each of them counts once', async () => {
  const postId = await polls.ask(AUTHOR, { multiple: true })
  const choiceOf = (who: number) => (who % 4 === 0 ? ['a0', 'c0'] : who % 2 === 0 ? ['b0'] : ['a0'])
  const again = everybody.filter(who => who % 5 === 0)
  const replies = await Promise.all(
    [...everybody, ...again].map(who => polls.tryToVote(who, postId, ...choiceOf(who))),
  )
  expect(refusedOf(replies)).toEqual([])
  const poll = await polls.seen(1, postId)
  expect([votesOf(poll), poll.voters]).toEqual([[150, 50, 50], CROWD])
  const costs = (await cloud.log('forum.votePoll')).map(({ databaseRequests }) => databaseRequests.length)
  expect(Math.max(...costs)).toBeLessThanOrEqual(6)
})

test('a person who chooses two different ones at the same time has one of them counted', async () => {
  const postId = await polls.ask(AUTHOR)
  const voters = everybody.slice(0, 30)
  const replies = await Promise.all(
    voters.flatMap(who => ['a0', 'b0', 'c0'].map(optionId => polls.tryToVote(who, postId, optionId))),
  )
  const refused = refusedOf(replies)
  expect([refused.length, new Set(refused)]).toEqual([60, new Set(['FORUM_POLL_VOTED'])])
  const { poll } = await polls.stored(postId)
  expect(poll?.voters).toBe(30)
  const counted = Object.values(poll?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  expect(counted).toBe(30)
})

test('an author who changes the options while people vote changes nobody’s vote', async () => {
  const author = AUTHOR + 2
  const postId = await polls.ask(author)
  const change = {
    postId,
    title: '周五 Fika',
    body: '选项写错了',
    poll: { ...FIKA, options: ['咖啡', '茶', '水'] },
  }
  const [edited, ...replies] = await Promise.all([
    attempt(cloud, colleague(author), 'forum.editPost', change),
    ...everybody.slice(0, 40).map(who => polls.tryToVote(who, postId, 'a0')),
  ])
  const { poll } = await polls.stored(postId)
  const counted = replies.filter(({ ok }) => ok).length
  expect(poll?.voters).toBe(counted)
  // Once anybody has voted, the options stay.
  expect(edited?.ok ? counted : 0).toBe(0)
  expect(new Set(refusedOf(replies))).toEqual(new Set(edited?.ok ? ['FORUM_POLL_CHANGED'] : []))
})

/** The caller, the post, the vote, the post again: after each of them, and after all. */
const STEPS = [1, 2, 3, 4]

test.each(STEPS)('a vote that is killed at request %i and repeated counts once', async step => {
  const postId = await polls.ask(AUTHOR + 3 + step)
  await cloud.fault({
    function: { name: 'forum', procedure: 'votePoll', mode: 'kill', after: step, times: 1, when: 'after' },
  })
  const poll = await polls.persistVote(READER, postId, `vote-killed-${step}-0000`, 'b0')
  expect([votesOf(poll), poll.voters, poll.chosen]).toEqual([[0, 1, 0], 1, ['b0']])
  expect((await polls.stored(postId)).poll?.ballots).toEqual({ [colleague(READER).employeeId]: ['b0'] })
})
