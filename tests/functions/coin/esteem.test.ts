import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { deliveredRules } from '@domain/coin/rules'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { type EsteemSteps, esteemSteps } from '../../support/esteemSteps'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { colleague, expectWithinBudgets, succeed, type TalkWorld, talkWorld } from '../../support/talkWorld'

const MORNING_MS = Date.parse('2026-03-02T10:00:00+08:00')
const CROWD = 50
const { base, perDayMax, perPair, experience: points } = deliveredRules.earning['forum.liked']
const pairDayMax = perPair?.perDayMax ?? 0
const pairWeekMax = perPair?.perWeekMax ?? 0

let cloud: TestCloud
let world: TalkWorld
let steps: TalkSteps
let esteem: EsteemSteps

beforeEach(async () => {
  cloud = await startTestCloud({
    clock: new Date(MORNING_MS).toISOString(),
  })
  world = await talkWorld(cloud.engine, CROWD)
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

const at = (ms: number) => cloud.clock(new Date(ms).toISOString())
const statement = (of: TestPerson) => succeed(cloud, of, 'coin.openStatement')

describe('likes of a post', () => {
  test('earn its author a coin each, in one line that says how many they were', async () => {
    const postId = await steps.publish(1)
    for (const who of [2, 3, 4]) await esteem.like(who, postId)
    expect(await esteem.byLikes(1)).toBe(0)
    await esteem.pay()
    const { lines, experience } = await statement(colleague(1))
    expect(lines[0]).toMatchObject({
      kind: 'earn',
      reason: 'forum.liked',
      title: '帖子「周末露营」被赞',
      amount: 3 * base,
      experience: 3 * points.base,
      earning: { base, times: 3, multiplier: 1, cap: { perDay: perDayMax, earnedToday: 3 } },
      subject: { kind: 'post', id: postId },
    })
    expect(experience).toBe(10 + 3 * points.base)
  })

  test('are paid by the same timer that fails to tell of them, and one that can’t be paid waits alone', async () => {
    const postIds = [await steps.publish(1), await steps.publish(2)]
    for (const postId of postIds) await esteem.like(3, postId)
    await cloud.fault({ database: { collection: 'forum_applauses', mode: 'fail', times: 1 } })
    await cloud.fault({ database: { collection: 'coin_esteems', mode: 'fail', after: 1, times: 1 } })
    expect(await esteem.tend()).toMatchObject({
      data: { ok: true, data: { failed: ['applauded'], esteemed: 1 } },
    })
    expect([await esteem.byLikes(1), await esteem.byLikes(2)].sort()).toEqual([0, base])
    expect(await esteem.tend()).toMatchObject({ data: { data: { failed: [], esteemed: 1 } } })
    expect([await esteem.byLikes(1), await esteem.byLikes(2)]).toEqual([base, base])
  })

  test('are not doubled in a Happy Hour', async () => {
    await at(Date.parse('2026-03-02T08:00:00+08:00'))
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    await esteem.pay()
    expect((await esteem.likedEntriesOf(1))[0]?.earning).toMatchObject({ multiplier: 1, window: null })
    expect(await esteem.byLikes(1)).toBe(base)
  })

  test('earn nothing by oneself, nor twice by unliking and liking again', async () => {
    const postId = await steps.publish(1)
    await esteem.like(1, postId)
    await esteem.like(2, postId)
    for (let round = 0; round < 3; round += 1) {
      await esteem.pay()
      await esteem.like(2, postId, false)
      await esteem.pay()
      await esteem.like(2, postId)
    }
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(base)
  })

  test('that were taken back before the timer came earn nothing', async () => {
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    await esteem.like(2, postId, false)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(0)
  })

  test('of somebody who is muted or has left by then earn nothing, also later', async () => {
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    await esteem.like(3, postId)
    await esteem.like(4, postId)
    const muted = { mutedUntil: MORNING_MS + HOUR_MS }
    await edit('identity_employees', colleague(2).employeeId, muted)
    await edit('identity_employees', colleague(3).employeeId, { status: 'left' })
    await esteem.pay()
    expect((await esteem.likedEntriesOf(1))[0]?.likers).toEqual([colleague(4).employeeId])
    await at(MORNING_MS + 2 * HOUR_MS)
    await esteem.like(2, postId, false)
    await esteem.like(2, postId)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(base)
  })

  test('earn an author who has left nothing, also after a return', async () => {
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    const { employeeId } = colleague(1)
    await edit('identity_employees', employeeId, { status: 'left' })
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(0)
    await edit('identity_employees', employeeId, { status: 'active' })
    await esteem.like(3, postId)
    await at(MORNING_MS + HOUR_MS)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(base)
  })

  test('of a comment earn as those of a post', async () => {
    const postId = await steps.publish(1)
    const { comment } = await steps.comment(2, postId, '带上手冲壶')
    const input = { commentId: comment.commentId, liked: true }
    await succeed(cloud, colleague(1), 'forum.likeComment', input)
    await succeed(cloud, colleague(3), 'forum.likeComment', input)
    await esteem.pay()
    expect(await esteem.byLikes(2)).toBe(2 * base)
    expect((await statement(colleague(2))).lines[0]).toMatchObject({
      title: '评论「带上手冲壶」被赞',
      subject: { kind: 'post', id: postId },
    })
  })
})

describe('the caps', () => {
  test('of the day leave experience alone, then nothing; the line says so', async () => {
    const postId = await steps.publish(1)
    const crowd = Array.from({ length: CROWD - 1 }, (_, index) => index + 2)
    await Promise.all(crowd.map(who => esteem.like(who, postId)))
    await esteem.pay()
    const [entry] = await esteem.likedEntriesOf(1)
    expect(entry).toMatchObject({
      amount: perDayMax,
      experience: points.perDayMax,
      earning: { times: points.perDayMax, cap: { perDay: perDayMax, earnedToday: perDayMax } },
    })
    const second = await steps.publish(1)
    await esteem.like(2, second)
    await esteem.pay()
    expect(await esteem.likedEntriesOf(1)).toHaveLength(1)
    await at(MORNING_MS + DAY_MS)
    const third = await steps.publish(1)
    await esteem.like(2, third)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(perDayMax + base)
  })

  test('a ring of five that likes all day and all week earns what the rules allow and no more', async () => {
    const RING = Array.from({ length: 5 }, (_, index) => index + 1)
    const POSTS = 3
    const DAYS = 4
    const others = RING.length - 1
    const aDay = Math.min(perDayMax, others * Math.min(POSTS, pairDayMax) * base)
    const aWeek = others * pairWeekMax * base
    for (let day = 0; day < DAYS; day += 1) {
      for (let round = 0; round < POSTS; round += 1) {
        await at(MORNING_MS + day * DAY_MS + round * HOUR_MS)
        const posts: string[] = []
        for (const who of RING) posts.push(await steps.publish(who))
        for (const [index, postId] of posts.entries())
          await Promise.all(RING.filter(who => who !== RING[index]).map(who => esteem.like(who, postId)))
        await esteem.pay()
      }
      const earned = await Promise.all(RING.map(esteem.byLikes))
      expect(earned).toEqual(RING.map(() => Math.min((day + 1) * aDay, aWeek)))
    }
    // Seven days after the first the first day's likes are forgotten.
    await at(MORNING_MS + 7 * DAY_MS)
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(aWeek + base)
  }, 120_000)
})

describe('what likes have brought', () => {
  test('goes back when the post is removed, comes back after an appeal, and goes again', async () => {
    const postId = await steps.publish(1)
    for (const who of [2, 3]) await esteem.like(who, postId)
    await esteem.pay()
    await esteem.like(4, postId)
    await esteem.pay()
    const before = await statement(colleague(1))
    expect(before).toMatchObject({ balance: 5 + 3 * base, experience: 10 + 3 * points.base })
    const removal = { postId, reason: '疑似广告' }
    expect(await succeed(cloud, world.moderator, 'forum.removePost', removal)).toMatchObject({
      reversed: 5 + 3 * base,
    })
    expect(await statement(colleague(1))).toMatchObject({ balance: 0, experience: 0 })

    const reviewId = `post.${postId}`
    await succeed(cloud, colleague(1), 'forum.appeal', { reviewId, words: '不是广告' })
    const second = { ...colleague(CROWD), grants: [{ role: 'moderator' }] }
    await edit('identity_employees', second.employeeId, { grants: second.grants })
    const review = (await cloud.dump<{ _id: string; version: number }>('forum_reviews')).find(
      ({ _id }) => _id === reviewId,
    )
    const answer = { reviewId, version: review?.version, verdict: 'restore', reason: '判断错了' }
    await succeed(cloud, colleague(CROWD), 'forum.answerAppeal', answer)
    expect(await statement(colleague(1))).toMatchObject({
      balance: 5 + 3 * base,
      experience: 10 + 3 * points.base,
    })

    await esteem.like(5, postId)
    await esteem.pay()
    expect(await esteem.byLikes(1)).toBe(4 * base)
    expect(await succeed(cloud, colleague(1), 'forum.deletePost', { postId })).toEqual({
      reversed: 5 + 4 * base,
      balance: 0,
    })
    await expectWithinBudgets(cloud)
  })

  test('is shown to the moderator who decides', async () => {
    const postId = await steps.publish(1)
    await esteem.like(2, postId)
    await esteem.pay()
    for (const who of [3, 4, 5])
      await succeed(cloud, colleague(who), 'forum.report', {
        kind: 'post',
        id: postId,
        reason: 'advertising',
      })
    const { reversal } = await succeed(cloud, world.moderator, 'forum.openReview', {
      reviewId: `post.${postId}`,
    })
    expect(reversal).toMatchObject({ total: 5 + base })
    expect(reversal.lines).toContainEqual({ reason: 'forum.liked', base, multiplier: 1, amount: base })
    await expectWithinBudgets(cloud)
  })
})

test('the page of what earns shows the rules and how far today has come', async () => {
  const postId = await steps.publish(1)
  await esteem.like(2, postId)
  await esteem.pay()
  const { ways, hours, experience } = await succeed(cloud, colleague(1), 'coin.openEarning')
  expect(ways.find(({ reason }) => reason === 'forum.liked')).toEqual({
    reason: 'forum.liked',
    base,
    cap: { perDay: perDayMax, earnedToday: base },
    experience: { base: points.base, cap: { perDay: points.perDayMax, earnedToday: points.base } },
    perPair: { perDayMax: pairDayMax, perWeekMax: pairWeekMax },
  })
  expect(hours.map(({ fromMinute }) => fromMinute)).toEqual([420, 1050])
  expect(experience).toBe(11)
  expect(await succeed(cloud, colleague(1), 'identity.openProfile')).toMatchObject({ experience: 11 })
  await expectWithinBudgets(cloud)
})

/** Edits a document behind the house's back. */
async function edit(collectionName: string, id: string, set: object): Promise<void> {
  const { reply } = await cloud.engine.execute('database.modifyDocument', {
    collectionName,
    query: JSON.stringify({ _id: id }),
    queryType: 'WHERE',
    data: JSON.stringify({ $set: set }),
    multi: false,
    merge: true,
    upsert: false,
  })
  if (reply.code) throw new Error(reply.message)
}
