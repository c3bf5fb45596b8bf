import { topicIdOf } from '@domain/forum/topics'
import { requestsMax } from '@domain/kernel/contract'
import { DAY_MS } from '@domain/kernel/time'
import { billed } from '../../support/billed'
import { brandLives } from '../../support/brandLife'
import { careersLive } from '../../support/careersLife'
import { contentLives } from '../../support/contentLife'
import { eventsLive } from '../../support/eventLife'
import { expectData } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf, upload } from '../../support/identityWorld'
import { knowledgeLives } from '../../support/knowledgeLife'
import { broadcastsLive } from '../../support/liveLife'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { mallLives } from '../../support/mallLife'
import { DESK, newProduct } from '../../support/mallWorld'
import { coinsLive, membersLive } from '../../support/memberLife'
import { newsLives } from '../../support/newsLife'
import { officesLive } from '../../support/officeLife'
import { ownDataLives } from '../../support/ownLife'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { rosterFile, rosterLine } from '../../support/rosterFiles'
import { sampleCalls } from '../../support/sampleInputs'
import { busesLive } from '../../support/shuttleLife'
import { figuresLive } from '../../support/statsLife'
import { supportLives } from '../../support/supportLife'
import { associations, permit, photoAnswers } from '../../support/unionWorld'
import { visitsLive } from '../../support/visitLife'

const NOW = '2026-11-24T12:20:00+08:00'
const { lin, chen, han, tang, zhao, wang, guo, luo, gu } = people
const reason = '核对过了'
/** Everything that people do is done once before it is counted. */
const LIFE_MS = 240_000
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('mall_desks', [DESK])
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  await cloud.engine.insertMany('forum_accounts', [{ _id: 'gonghui', name: '工会', intro: '', order: 1 }])
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(association => ({ ...association })),
  )
  await permit(cloud, tang, 'applicationWaiting')
  await permit(cloud, lin, 'applicationDecided')
  await identityLives()
  await forumLives()
  await moderatorsLive()
  await unionLives()
  await officesLive(cloud, does, Date.parse(NOW))
  await mallLives(cloud, does)
  await eventsLive(cloud, does, Date.parse(NOW))
  await visitsLive(cloud, does, Date.parse(NOW))
  await knowledgeLives(cloud, does)
  await contentLives(cloud, does)
  await ownDataLives(cloud, does)
  await busesLive(cloud, does)
  await supportLives(cloud, does)
  await brandLives(cloud, does)
  await careersLive(cloud, does)
  await figuresLive(cloud, does)
  await coinsLive(cloud, does, Date.parse(NOW))
  await membersLive(cloud, does, Date.parse(NOW))
  await broadcastsLive(cloud, does, Date.parse(NOW))
}, LIFE_MS)
afterAll(() => cloud.close())

/** A call that must succeed: a refusal would be cheaper than what is measured. */
async function does<T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) {
  return expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))
}

async function identityLives(): Promise<void> {
  await does(lin, 'identity.openSession')
  await does(gu, 'identity.register', registrationOf(gu))
  await does({ openid: 'wx-chen-new' }, 'identity.requestRebind', {
    ...registrationOf(chen),
    phoneCode: phoneCode('13611110000'),
    reason,
  })
  await does({ openid: 'wx-chen-new' }, 'identity.openMyRebind')
  const { waiting } = await does<{ waiting: { id: string }[] }>(wang, 'access.openInbox')
  const rebindId = waiting[0]?.id
  for (const name of ['openRebind', 'openRebindPhones']) await does(wang, `identity.${name}`, { rebindId })
  await does(wang, 'identity.decideRebind', { rebindId, decision: 'approve', reason })
  await does(lin, 'identity.openProfile')
  const content = rosterFile([rosterLine({ ...han, department: '焊装' })])
  const fileId = await upload(cloud, wang.openid, 'rosters/budget.csv', content)
  const { importId } = await does(wang, 'identity.checkRoster', { fileId, fileName: '名单.csv' })
  await does(wang, 'identity.applyRoster', { importId })
  await does(wang, 'identity.openImport', { importId })
  await does(wang, 'identity.listImports')
  await does(wang, 'identity.listImportLines', { importId, action: 'change' })
  await does(wang, 'identity.listImportProblems', { importId })
  await does(lin, 'notice.recordPermissions', { accepted: ['orderProgress'], refused: [] })
  for (const name of ['listNotices', 'markRead', 'openSettings']) await does(lin, `notice.${name}`)
  for (const off of [['like'], []])
    await does(lin, 'notice.changeSettings', { off, unwanted: [], loud: false })
  await newsLives(does)
}

async function forumLives(): Promise<void> {
  const post = { boardId: 'life', title: '带两个孩子露营', body: '正文' }
  const posts: string[] = []
  for (const number of [1, 2])
    posts.push((await does(lin, 'forum.createPost', { ...post, body: `正文${number}` })).postId ?? '')
  const [kept, removed] = posts as [string, string]
  const comments: string[] = []
  for (const body of ['一', '二']) {
    const input = { postId: kept, body }
    const added = await does<{ comment: { commentId: string } }>(han, 'forum.addComment', input)
    comments.push(added.comment.commentId)
  }
  await does(lin, 'forum.openFeed', { sort: 'hot' })
  await does(lin, 'forum.openPost', { postId: kept })
  await does(lin, 'forum.listComments', { postId: kept, after: comments[1] })
  await forumTalks(kept, comments)
  await forumIsFollowed()
  await forumAsks()
  await does(people.voice, 'forum.openAccounts')
  await does(people.voice, 'forum.editAccount', { accountId: 'gonghui', intro: '公司的消息' })
  for (const name of ['forum.openCompose', 'forum.listMine']) await does(lin, name)
  await does(han, 'forum.likePost', { postId: kept, liked: true })
  await does(han, 'forum.deleteComment', { commentId: comments[0] })
  await does(guo, 'forum.openRemoval', { kind: 'comment', id: comments[1] })
  await does(guo, 'forum.removeComment', { commentId: comments[1], reason })
  await does(lin, 'forum.deletePost', { postId: kept })
  await does(guo, 'forum.removePost', { postId: removed, reason, offence: false })
  for (const name of ['coin.openStatement', 'coin.openEarning']) await does(lin, name)
}

/** What costs most: an answer to an answer, and a featured post that is deleted. */
async function forumTalks(postId: string, comments: readonly string[]): Promise<void> {
  const [first] = comments
  const answer = { postId, body: '三', answersId: first }
  const added = await does<{ comment: { commentId: string } }>(guo, 'forum.addComment', answer)
  await does(luo, 'forum.addComment', { ...answer, body: '四', answersId: added.comment.commentId })
  await does(lin, 'forum.listReplies', { postId, commentId: first })
  await does(lin, 'forum.tailComments', { postId, since: Date.parse(NOW) })
  await does(lin, 'forum.likeComment', { commentId: first, liked: true })
  await does(lin, 'forum.favouritePost', { postId, favourited: true })
  await does(lin, 'forum.listFavourites')
  await does(lin, 'forum.openHeat', { postId })
  await does(lin, 'forum.listCalled', { employeeIds: [han.employeeId] })
  await does(lin, 'forum.editPost', { postId, title: '改过的标题', body: '改过的正文' })
  await does(lin, 'forum.openEdits', { postId })
  await does(guo, 'forum.featurePost', { postId, featured: true })
  await does(guo, 'forum.pinPost', { postId, pinned: true })
  await does(lin, 'forum.openFeed', { boardId: 'life' })
}

/** What costs most: a post with a poll and a card, and a vote. */
async function forumAsks(): Promise<void> {
  const id = await newProduct(cloud, { stock: 9 })
  const poll = { options: ['肉桂卷', '苹果派'], multiple: false, endsAt: Date.parse(NOW) + DAY_MS }
  const post = { boardId: 'life', title: '周五 Fika', body: '想吃什么', poll, card: { kind: 'product', id } }
  const { postId } = await does(han, 'forum.createPost', post)
  await does(lin, 'forum.votePoll', { postId, optionIds: ['a0'] })
  await does(lin, 'mall.findProducts', { text: '毯' })
  await does(lin, 'union.findEvents')
}

async function forumIsFollowed(): Promise<void> {
  const topicId = topicIdOf('露营清单')
  await does(lin, 'forum.createPost', { boardId: 'life', title: '带什么', body: '#露营清单# 帐篷、睡袋、灯' })
  await does(lin, 'forum.listTopics')
  await does(lin, 'forum.openTopic', { topicId })
  await does(han, 'forum.followTopic', { topicId, following: true })
  await does(han, 'forum.followAuthor', { authorId: lin.employeeId, following: true })
  await does(han, 'forum.openAuthor', { authorId: lin.employeeId })
  await does(han, 'forum.openFollowing')
  await does(han, 'forum.search', { text: '露营' })
}

/** What costs most: a comment, whose hiding and coming back are counted, by an author who did wrong before. */
async function moderatorsLive(): Promise<void> {
  const second = { ...guo, employeeId: 'VC019927', openid: 'wx-second', name: '温言' }
  await insertPeople(cloud.engine, [second])
  const { postId } = await does(lin, 'forum.createPost', {
    boardId: 'life',
    title: '3 号线',
    body: '早六分钟',
  })
  const added = await does<{ comment: { commentId: string } }>(han, 'forum.addComment', {
    postId,
    body: '一群懒虫',
  })
  const id = added.comment.commentId
  const reviewId = `comment.${id}`
  for (const who of [tang, zhao, luo])
    await does(who, 'forum.report', { kind: 'comment', id, reason: 'insult' })
  await does(guo, 'forum.listReviews')
  await does(guo, 'forum.openReview', { reviewId })
  const removal = { reviewId, version: 1, verdict: 'remove', muteDays: 3, reason }
  await does(guo, 'forum.decideReview', removal)
  await does(han, 'forum.openMyReview', { reviewId })
  await does(han, 'forum.appeal', { reviewId, words: '不是那个意思' })
  await does(second, 'forum.answerAppeal', { reviewId, version: 3, verdict: 'restore', reason })
}

async function unionLives(): Promise<void> {
  const apply = async (who: TestPerson) => {
    const input = { associationId: 'photo', answers: photoAnswers, reason: '想学布光' }
    return (await does(who, 'union.apply', input)).membershipId ?? ''
  }
  const ids = [await apply(lin), await apply(han), await apply(luo)]
  await does(lin, 'union.listAssociations')
  await does(lin, 'union.openAssociation', { associationId: 'photo' })
  await does(lin, 'union.listMyApplications')
  await does(tang, 'union.openApplication', { membershipId: ids[0] })
  await does(luo, 'union.withdraw', { associationId: 'photo' })
  await does(tang, 'union.decide', { membershipIds: ids.slice(0, 2), decision: 'approve', reason })
  await does(tang, 'union.listDecided')
  await does(tang, 'union.revoke', { membershipId: ids[1], reason })
  await does(lin, 'union.leave', { associationId: 'photo' })
}

test.each(sampleCalls)(
  '$name costs no more requests than its contract allows',
  async ({ name, procedure }) => {
    const calls = (await cloud.log(name)).filter(({ requestId }) => requestId !== null)
    expect(calls.length).toBeGreaterThan(0)
    const costs = calls.map(({ databaseRequests }) => billed(databaseRequests))
    expect(Math.max(...costs)).toBeGreaterThan(0)
    expect(Math.max(...costs)).toBeLessThanOrEqual(requestsMax(procedure))
  },
)

// Beside the test of roles, in which what a sample names does not exist: there a refusal of whom it is for would pass.
test.each(sampleCalls)('$name has served somebody whom it is for', async ({ name }) => {
  expect((await cloud.log(name)).some(({ ok }) => ok)).toBe(true)
})

/** What a command may leave there though it is refused: what nobody sees until it is done. */
const UNSEEN = [
  'careers_exports',
  'identity_roster_files',
  'live_files',
  'live_presences',
  'mall_exports',
  'selfservice_lines',
  'selfservice_timetables',
  'stats_files',
]

const keepingResults = sampleCalls.filter(
  ({ procedure }) => procedure.kind === 'command' && procedure.idempotency === 'result',
)

test.each(keepingResults)(
  '$name changes nothing before its requestId is tied to its input',
  async ({ name }) => {
    for (const { databaseRequests } of await cloud.log(name)) {
      const fence = databaseRequests.findIndex(
        ({ inTransaction, collection }) => inTransaction && collection === 'platform_receipts',
      )
      const before = databaseRequests.slice(0, fence === -1 ? undefined : fence)
      const changing = before.filter(
        ({ action, inTransaction, collection }) =>
          /commit/.test(action) ||
          (!inTransaction && /(insert|modify|remove)/.test(action) && !UNSEEN.includes(collection ?? '')),
      )
      expect(changing.map(({ action, collection }) => `${action} ${collection}`)).toEqual([])
    }
  },
)
