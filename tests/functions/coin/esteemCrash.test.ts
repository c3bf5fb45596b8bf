import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { deliveredRules } from '@domain/coin/rules'
import type { EsteemDocument } from '../../../cloudfunctions/coin/store'
import { type EsteemSteps, esteemSteps } from '../../support/esteemSteps'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, colleague, succeed, talkWorld } from '../../support/talkWorld'

const MORNING_MS = Date.parse('2026-03-02T10:00:00+08:00')
const CROWD = 50
const { base } = deliveredRules.earning['forum.liked']

let cloud: TestCloud
let steps: TalkSteps
let esteem: EsteemSteps

beforeEach(async () => {
  cloud = await startTestCloud({
    clock: new Date(MORNING_MS).toISOString(),
  })
  await talkWorld(cloud.engine, CROWD)
  steps = talkSteps(cloud)
  esteem = esteemSteps(cloud)
})
afterEach(async () => {
  const books = {
    entries: await cloud.dump<Entry>('coin_entries'),
    accounts: await cloud.dump<Account>('coin_accounts'),
  }
  expect(audit(books)).toMatchObject({ findings: [], sum: 0 })
  await cloud.close()
})

describe('whatever happens to the timer', () => {
  test.each([1, 2, 4, 6, 8, 10, 12, 14])(
    'killed at its request %i, it pays each like once',
    async request => {
      const postId = await steps.publish(1)
      for (const who of [2, 3, 4]) await esteem.like(who, postId)
      await cloud.fault({
        function: { name: 'forum', mode: 'kill', after: request, when: request % 4 ? 'after' : 'before' },
      })
      await esteem.tend().catch(() => null)
      await cloud.fault({ clear: true })
      await esteem.like(5, postId)
      await esteem.pay()
      expect(await esteem.byLikes(1)).toBe(4 * base)
    },
  )

  test('several at once pay each like once', async () => {
    const posts = [await steps.publish(1), await steps.publish(1)]
    for (const postId of posts) for (const who of [2, 3, 4]) await esteem.like(who, postId)
    await Promise.all([esteem.tend(), esteem.tend(), esteem.tend()])
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(6 * base)
  })

  test('a post taken back while it pays keeps nothing', async () => {
    for (let round = 0; round < 4; round += 1) {
      const postId = await steps.publish(1)
      await esteem.like(2 + round, postId)
      await Promise.all([esteem.tend(), succeed(cloud, colleague(1), 'forum.deletePost', { postId })])
      await esteem.pay()
      const [closing] = (await cloud.dump<EsteemDocument>('coin_esteems')).filter(({ _id }) => _id === postId)
      expect(closing?.closed).toBe(true)
      expect(await esteem.byLikes(1)).toBe(0)
    }
  })

  test('the likes of a crowd cost an author’s account one movement, and the likes no transaction', async () => {
    const postId = await steps.publish(1)
    const crowd = Array.from({ length: CROWD - 1 }, (_, index) => index + 2)
    const replies = await Promise.all(
      crowd.map(who => attempt(cloud, colleague(who), 'forum.likePost', { postId, liked: true })),
    )
    expect(replies.every(({ ok }) => ok)).toBe(true)
    const calls = await cloud.log('forum.likePost')
    const actions = calls.flatMap(({ databaseRequests }) => databaseRequests.map(({ action }) => action))
    expect(actions).not.toContain('database.startTransaction')
    await esteem.pay()
    expect(await esteem.likedEntriesOf(1)).toHaveLength(1)
    expect(await esteem.dueCount()).toBe(0)
  })
})
