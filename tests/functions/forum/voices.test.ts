import type { PostDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, type TestPerson } from '../../support/people'
import {
  ACCOUNT,
  attempt,
  BOARD,
  colleague,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'
import { associations } from '../../support/unionWorld'

let cloud: TestCloud
let world: TalkWorld
const president: TestPerson = {
  ...colleague(40),
  name: '唐若溪',
  grants: [{ role: 'president', scopeId: 'photo' }],
}
const reader = colleague(1)

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-03-02T08:00:00+08:00' })
  world = await talkWorld(cloud.engine, 8)
  await insertPeople(cloud.engine, [president])
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(association => ({ ...association })),
  )
})
afterAll(() => cloud.close())

let said = 0
/** Nobody may say the same again within the hour. */
const words = (accountId?: string) => {
  said += 1
  const post = { boardId: BOARD, title: `第 ${said} 件事`, body: `说第 ${said} 件事` }
  return accountId === undefined ? post : { ...post, accountId }
}
const publish = (who: TestPerson, accountId?: string) =>
  succeed(cloud, who, 'forum.createPost', words(accountId))
/** What HR and those who grant roles will do by procedures of their own. */
async function change({ employeeId }: TestPerson, part: object): Promise<void> {
  const { reply } = await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'identity_employees',
    query: JSON.stringify({ _id: employeeId }),
    data: JSON.stringify({ $set: part }),
    merge: true,
    multi: false,
    upsert: false,
  })
  expect(reply).toMatchObject({ data: { updated: 1 } })
}
const open = (who: TestPerson, postId: string) => succeed(cloud, who, 'forum.openPost', { postId })

describe('speaking as an official account', () => {
  test('shows the account and hides who spoke, earns nothing, and stands in the audit', async () => {
    const { postId, earned } = await publish(world.voice, ACCOUNT)
    expect(earned).toBeNull()
    const { post } = await open(reader, postId)
    expect(post.author).toEqual({
      employeeId: ACCOUNT,
      name: '沃尔沃汽车',
      site: '',
      department: '',
      official: true,
    })
    expect(JSON.stringify(post)).not.toContain(world.voice.employeeId)
    // The document keeps the person, for pace and moderation.
    const stored = (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId)
    expect(stored?.author.employeeId).toBe(world.voice.employeeId)
    const entries = await cloud.dump<{ employeeId: string }>('coin_accounts')
    expect(entries.map(({ employeeId }) => employeeId)).not.toContain(world.voice.employeeId)
    const receipts = await cloud.dump<{ audit?: { by: string; subject: string; after: unknown } }>(
      'platform_receipts',
    )
    expect(receipts.map(({ audit }) => audit)).toContainEqual({
      by: world.voice.employeeId,
      subject: `forum_posts/${postId}`,
      before: null,
      after: { spokenAs: ACCOUNT },
    })
  })

  test('is offered to those alone who may, a president for the association', async () => {
    const voicesOf = async (who: TestPerson) => (await succeed(cloud, who, 'forum.openCompose')).voices
    expect(await voicesOf(world.voice)).toEqual([{ accountId: ACCOUNT, name: '沃尔沃汽车' }])
    expect(await voicesOf(president)).toEqual([{ accountId: 'association:photo', name: '光影摄影社' }])
    expect(await voicesOf(reader)).toEqual([])
    const { postId } = await publish(president, 'association:photo')
    expect((await open(reader, postId)).post.author).toMatchObject({ name: '光影摄影社', official: true })
  })

  test('is refused to everybody else, whatever they send, and changes nothing', async () => {
    const before = (await cloud.dump('forum_posts')).length
    for (const [who, accountId] of [
      [reader, ACCOUNT],
      [world.voice, 'union'],
      [president, 'association:badminton'],
      [world.moderator, ACCOUNT],
    ] as const) {
      expectError(
        'forum.createPost',
        await attempt(cloud, who, 'forum.createPost', words(accountId)),
        'FORUM_NOT_YOUR_VOICE',
      )
    }
    expectError(
      'forum.createPost',
      await attempt(cloud, reader, 'forum.createPost', words('association:none')),
      'FORUM_ACCOUNT_MISSING',
    )
    expect((await cloud.dump('forum_posts')).length).toBe(before)
  })

  test('answers as the account, and tells the author by its name', async () => {
    const { postId } = await publish(reader)
    const answer = { postId, body: '看到了，周三回复大家', accountId: ACCOUNT }
    const { comment, earned } = await succeed(cloud, world.voice, 'forum.addComment', answer)
    expect({ name: comment.author.name, mine: comment.mine, earned }).toEqual({
      name: '沃尔沃汽车',
      mine: true,
      earned: null,
    })
    const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
    const told = notices.filter(({ employeeId }) => employeeId === reader.employeeId)
    expect(told.map(({ title }) => title).join()).toContain('沃尔沃汽车评论了')
    for (const [accountId, code] of [
      ['union', 'FORUM_NOT_YOUR_VOICE'],
      ['nothing', 'FORUM_ACCOUNT_MISSING'],
    ] as const) {
      const reply = await attempt(cloud, world.voice, 'forum.addComment', { postId, body: code, accountId })
      expect(reply).toMatchObject({ error: { code } })
    }
    expectError(
      'forum.addComment',
      await attempt(cloud, reader, 'forum.addComment', { postId, body: '我也来', accountId: ACCOUNT }),
      'FORUM_NOT_YOUR_VOICE',
    )
    expectError(
      'forum.addComment',
      await attempt(cloud, reader, 'forum.addComment', { postId, body: '没有它', accountId: 'nothing' }),
      'FORUM_ACCOUNT_MISSING',
    )
  })

  test('ends with the role at the next call: what was said belongs to those who speak now', async () => {
    const successor: TestPerson = { ...colleague(41), grants: [{ role: 'official', scopeId: 'union' }] }
    const predecessor: TestPerson = { ...colleague(42), grants: [{ role: 'official', scopeId: 'union' }] }
    await insertPeople(cloud.engine, [successor, predecessor])
    const { postId } = await publish(predecessor, 'union')
    await change(predecessor, { grants: [] })
    expectError(
      'forum.deletePost',
      await attempt(cloud, predecessor, 'forum.deletePost', { postId }),
      'FORUM_NOT_YOURS',
    )
    expect((await open(successor, postId)).post.mine).toBe(true)
    await succeed(cloud, successor, 'forum.editPost', { postId, title: '改过的标题', body: '改过的话' })
    const receipts = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
    const changes = receipts.flatMap(({ audit }) =>
      audit?.subject === `forum_posts/${postId}` ? audit.by : [],
    )
    expect(changes.sort()).toEqual([successor.employeeId, predecessor.employeeId])
    const said = { postId, body: '说得对', accountId: 'union' }
    const { comment } = await succeed(cloud, successor, 'forum.addComment', said)
    await succeed(cloud, successor, 'forum.deleteComment', { commentId: comment.commentId })
    expect(await succeed(cloud, successor, 'forum.deletePost', { postId })).toMatchObject({ reversed: 0 })
    const deletions = (await cloud.dump<{ audit?: object }>('platform_receipts')).flatMap(({ audit }) =>
      JSON.stringify(audit ?? '').includes('"deleted"') ? audit : [],
    )
    const entry = { by: successor.employeeId, before: { spokenAs: 'union' }, after: { state: 'deleted' } }
    expect(deletions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...entry, subject: `forum_posts/${postId}` }),
        expect.objectContaining({ ...entry, subject: `forum_comments/${comment.commentId}` }),
      ]),
    )
  })

  test('hidden by reports it is shown no more to whoever may not speak any longer', async () => {
    const former: TestPerson = { ...colleague(44), grants: [{ role: 'official', scopeId: 'union' }] }
    await insertPeople(cloud.engine, [former])
    const { postId } = await publish(former, 'union')
    await cloud.engine.execute('database.modifyDocument', {
      collectionName: 'forum_posts',
      query: JSON.stringify({ _id: postId }),
      data: JSON.stringify({ $set: { state: 'hidden' } }),
      merge: true,
      multi: false,
      upsert: false,
    })
    const mine = async () => (await succeed(cloud, former, 'forum.listMine')).posts.map(post => post.postId)
    expect(await mine()).toEqual([postId])
    await change(former, { grants: [] })
    expect(await mine()).toEqual([])
  })

  test('outlives whoever spoke: the account does not become 前同事', async () => {
    const speaker: TestPerson = { ...colleague(43), grants: [{ role: 'official', scopeId: 'union' }] }
    await insertPeople(cloud.engine, [speaker])
    const { postId } = await publish(speaker, 'union')
    await change(speaker, { status: 'left' })
    expect((await open(reader, postId)).post.author.name).toBe('沃尔沃工会')
  })

  test('earns nothing by being featured either', async () => {
    const { postId } = await publish(world.voice, ACCOUNT)
    const chosen = { postId, featured: true }
    expect(await succeed(cloud, world.moderator, 'forum.featurePost', chosen)).toEqual({
      featured: true,
      earned: 0,
    })
    expectError(
      'forum.featurePost',
      await attempt(cloud, world.voice, 'forum.featurePost', chosen),
      'FORUM_OWN_POST',
    )
  })
})

describe('the page of an author', () => {
  test('shows an account what it said, and a colleague nothing of what they said as an account', async () => {
    const own = await publish(world.voice)
    const official = await publish(world.voice, ACCOUNT)
    const ofAccount = await succeed(cloud, reader, 'forum.openAuthor', { authorId: ACCOUNT })
    expect(ofAccount).toMatchObject({ intro: '公司的消息', isMe: false, following: false })
    const shown = ofAccount.posts.map(({ postId }) => postId)
    expect(shown).toContain(official.postId)
    expect(shown).not.toContain(own.postId)
    const ofPerson = await succeed(cloud, reader, 'forum.openAuthor', { authorId: world.voice.employeeId })
    expect(ofPerson.posts.map(({ postId }) => postId)).toEqual([own.postId])
  })

  test('is not there for somebody who has left, or an account that does not exist', async () => {
    for (const authorId of [world.leaver.employeeId, 'nothing', 'association:none'])
      expectError(
        'forum.openAuthor',
        await attempt(cloud, reader, 'forum.openAuthor', { authorId }),
        'FORUM_AUTHOR_MISSING',
      )
  })

  test('is followed, and what it says from then on is in the feed of those who do', async () => {
    const me = colleague(3)
    await succeed(cloud, me, 'forum.followAuthor', { authorId: ACCOUNT, following: true })
    await succeed(cloud, me, 'forum.followAuthor', { authorId: world.voice.employeeId, following: true })
    const spoken = await publish(world.voice, ACCOUNT)
    const feed = await succeed(cloud, me, 'forum.openFollowing')
    expect(feed.posts.map(({ postId }) => postId)).toContain(spoken.postId)
    await succeed(cloud, me, 'forum.followAuthor', { authorId: ACCOUNT, following: false })
    const after = await succeed(cloud, me, 'forum.openFollowing')
    // Following the colleague does not tell what they said as the account.
    expect(after.posts.map(({ postId }) => postId)).not.toContain(spoken.postId)
    expectError(
      'forum.followAuthor',
      await attempt(cloud, me, 'forum.followAuthor', { authorId: 'nothing', following: true }),
      'FORUM_AUTHOR_MISSING',
    )
  })
})

test('moderators see behind an account who spoke', async () => {
  const { postId } = await publish(world.voice, ACCOUNT)
  await succeed(cloud, reader, 'forum.report', { kind: 'post', id: postId, reason: 'insult' })
  const review = await succeed(cloud, world.moderator, 'forum.openReview', { reviewId: `post.${postId}` })
  expect(review.review.author.name).toBe(`${world.voice.name}（代沃尔沃汽车）`)
})

test('a moderator who may speak as an account leaves to others what it said', async () => {
  const both: TestPerson = {
    ...colleague(45),
    grants: [{ role: 'moderator' }, { role: 'official', scopeId: ACCOUNT }],
  }
  await insertPeople(cloud.engine, [both])
  // An account's words keep the pace of whoever speaks.
  await cloud.clock('2026-03-02T10:00:00+08:00')
  const { postId } = await publish(world.voice, ACCOUNT)
  const reviewId = `post.${postId}`
  await succeed(cloud, reader, 'forum.report', { kind: 'post', id: postId, reason: 'insult' })
  const { review } = await succeed(cloud, both, 'forum.openReview', { reviewId })
  expect(review.mine).toBe(false)
  const { waiting } = await succeed(cloud, both, 'access.openInbox')
  expect(waiting.map(({ id }) => id)).not.toContain(reviewId)
  const decision = { reviewId, version: review.version, verdict: 'keep', reason: '没有问题' }
  expectError(
    'forum.decideReview',
    await attempt(cloud, both, 'forum.decideReview', decision),
    'FORUM_REVIEW_NOT_YOURS',
  )
  await succeed(cloud, world.moderator, 'forum.decideReview', decision)
})
