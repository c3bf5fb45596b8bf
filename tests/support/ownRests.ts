import { unreviewed } from '@domain/forum/review'
import { DAY_MS } from '@domain/kernel/time'
import type { PostDocument } from '../../cloudfunctions/forum/store'
import type { TestCloud } from './localCloud'
import { FORMER_NAME, insertAnswered, ofFinance, onDesks, type Rest } from './ownPapers'
import { people, type TestPerson } from './people'
import { personOf } from './unionWorld'

const { han, guo } = people

interface Said {
  postId: string
  commentId: string
}

/** What is left of somebody where others decided, asked or wrote something down: no command of theirs finds it again. */
export async function insertRests(cloud: TestCloud, who: TestPerson, now: number, said: Said): Promise<void> {
  for (const [room, document] of [
    ...judged(who, now, said),
    ...talkedOf(who, now),
    ...chosen(who, now),
    ...booked(who, now),
    ...onDesks(who, now),
    ...ofFinance(who, now),
    ...applied(who, now),
    ...published(who, now),
  ])
    await cloud.engine.insertMany(room, [document])
  await insertAnswered(cloud, who, now)
}

/** Reviews of a post and a comment, each with an appeal, and a report of a colleague's post. */
function judged(who: TestPerson, now: number, { postId, commentId }: Said): Rest[] {
  const author = { ...personOf(who), official: false }
  const by = { employeeId: guo.employeeId, name: guo.name }
  const words = `我是${who.name}，请再看看`
  const decided = { verdict: 'remove', reason: '像广告', by, at: now - DAY_MS, muteDays: 0 } as const
  const trail = [
    { what: 'edited', at: now, by: null, words: '露营清单\n第一稿' },
    { what: 'removed', at: now, by: guo.name, words: decided.reason },
    { what: 'appealed', at: now, by: null, words },
  ]
  const of = (subject: Parameters<typeof unreviewed>[0], answer: object | null) => ({
    ...unreviewed(subject, author, now),
    ...{ decision: { ...decided, mutedUntil: null, reversed: 0 }, trail },
    ...(answer ? { state: 'decided', waiting: false } : { state: 'appealed' }),
    appeal: { words, at: now, answer },
  })
  const answer = { verdict: 'uphold', reason: '仍像广告', by, at: now, repaid: 0 }
  const post = { kind: 'post' as const, id: postId, postId, title: '露营清单', words: '帐篷和灯' }
  const comment = {
    kind: 'comment' as const,
    id: commentId,
    postId: 'other',
    title: '别人的帖子',
    words: '说一句',
  }
  const reviewId = `post.of-${who.openid}`
  return [
    ['forum_reviews', of(post, answer)],
    ['forum_reviews', of(comment, null)],
    [
      'forum_reports',
      {
        ...{ _id: `${reviewId}.${who.employeeId}`, reviewId, round: 1, reason: 'abuse', outcome: 'upheld' },
        ...{ reporter: personOf(who), note: `${who.name}举报`, at: now, upheld: 0, decided: 0 },
      },
    ],
  ]
}

/** What is talked about under an article of theirs, the article's own history, what an account said, and what they took back. */
function talkedOf(who: TestPerson, now: number): Rest[] {
  const articleId = `of-${who.openid}`
  const author = { ...personOf(who), official: false }
  const spoken = { author: { ...author, official: true }, voice: { accountId: 'gonghui', name: '工会' } }
  const takenBack = { state: 'deleted', withdrawal: { by: who.employeeId, reason: '', at: now } }
  const ranked = {
    likers: [],
    likes: 0,
    written: 1,
    withdrawn: 0,
    heatKey: '',
    heatDue: false,
    postedAt: now,
  }
  const talk: Partial<PostDocument> = {
    ...{ boardId: '', title: '新展厅开放', body: '周一开放', state: 'beside', withdrawal: null, images: [] },
    beside: { shownTo: 'all', shownFrom: now - DAY_MS, overseenBy: 'content.write' },
    ...{ author, ...ranked, savers: [], favourites: 0, topics: [], topicIds: [], mentions: [], edits: 0 },
    ...{ featuredKey: '', wasFeatured: false, pinnedAt: null, editedAt: null },
  }
  const words = { title: '新展厅开放', byline: `文：${who.name}` }
  const article = { ...words, writer: personOf(who), writerIds: [who.employeeId, han.employeeId] }
  const version = { articleId, version: 1, words, by: who.name, at: now - DAY_MS }
  const comment = {
    ...{ postId: `article.${articleId}`, parentId: null, answers: null, earlyOf: null, withdrawal: null },
    ...{ body: '很期待', state: 'live', ...ranked },
  }
  return [
    ['forum_posts', { _id: `article.${articleId}`, ...talk }],
    [
      'forum_comments',
      { _id: `under-${articleId}`, ...comment, author: { ...personOf(han), official: false }, listed: true },
    ],
    ['forum_posts', { _id: `spoken-${articleId}`, ...talk, ...spoken, state: 'live', beside: undefined }],
    ['forum_comments', { _id: `spoken-${articleId}`, ...comment, ...spoken, listed: true }],
    ['forum_posts', { _id: `taken-back-${articleId}`, ...talk, ...takenBack, beside: undefined }],
    ['forum_comments', { _id: `taken-back-${articleId}`, ...comment, author, ...takenBack, listed: false }],
    ['content_articles', { _id: articleId, ...article, state: 'live' }],
    ['content_versions', { _id: `${articleId}.0001`, ...version }],
  ]
}

/** An office that was offered to them, one that they had, and an association that they applied to found. */
function chosen(who: TestPerson, now: number): Rest[] {
  const person = personOf(who)
  const to = { employeeId: who.employeeId, name: who.name }
  const by = { employeeId: han.employeeId, name: han.name }
  const offer = { action: 'offer', by, to, at: now }
  const base = { coverFileId: '', site: '上海', category: 'sport', members: 3, questions: [], open: true }
  const founding = {
    name: '羽毛球二社',
    reason: '人多',
    decidedAt: now,
    openIds: [],
    remindAt: null,
    seatedAt: null,
  }
  const approval = { state: 'refused', nodes: [], at: 0, approverIds: [], since: now, decisions: [] }
  const decider = { employeeId: guo.employeeId, name: guo.name }
  const decision = {
    ...{
      nodeId: 'union',
      verdict: 'refuse',
      approverId: guo.employeeId,
      by: decider,
      reason: '人少',
      at: now,
    },
  }
  return [
    [
      'union_associations',
      {
        ...{ _id: `offered-${who.openid}`, ...base, name: `棋社 ${who.openid}`, president: personOf(han) },
        ...{ office: { to: person, by, at: now }, officeTrail: [offer] },
      },
    ],
    [
      'union_associations',
      {
        ...{
          _id: `presided-${who.openid}`,
          ...base,
          name: `琴社 ${who.openid}`,
          president: person,
          office: null,
        },
        officeTrail: [{ ...offer, by: to, to: by }],
      },
    ],
    [
      'union_foundings',
      {
        ...{ _id: `founding-${who.openid}`, ...founding, applicant: person },
        approval: { ...approval, ownerIds: [who.employeeId], decisions: [decision] },
      },
    ],
    [
      'union_events',
      {
        ...{
          _id: `event-${who.openid}`,
          title: '夜跑',
          host: person,
          openIds: [],
          remindAt: null,
          listKey: who.openid,
        },
        approval: { ...approval, state: 'approved', ownerIds: [who.employeeId, han.employeeId] },
      },
    ],
  ]
}

/** An absence that they appealed, before and after HR corrected their name. */
function booked(who: TestPerson, now: number): Rest[] {
  const placeId = `missed:${who.employeeId}`
  const startsAt = now - 3 * DAY_MS
  const person = { ...personOf(who), name: FORMER_NAME }
  const place = {
    ...{
      sessionId: 'missed',
      kind: 'class',
      subjectId: 'missed',
      title: '流瑜伽',
      venue: '一楼',
      revision: 0,
    },
    ...{
      startsAt,
      endsAt: startsAt + 3_600_000,
      employeeId: who.employeeId,
      listKey: `${startsAt}:${placeId}`,
    },
    ...{
      person,
      state: 'absent',
      queueKey: '1',
      offerExpiresAt: null,
      reminded: true,
      answers: [],
      guests: [],
    },
    ...{ paid: 0, codes: [`long-${placeId}`, `short-${placeId}`], turn: 1, party: 1, seats: 'held' },
  }
  const trail = [
    { action: 'join', at: startsAt, by: FORMER_NAME, note: null },
    { action: 'cancel', at: startsAt, by: who.name, note: `${who.name}去医院` },
    { action: 'join', at: startsAt, by: who.name, note: null },
    { action: 'miss', at: startsAt, by: '系统', note: null },
  ]
  const appeal = { words: `${who.name}那天在医院`, at: now, answer: null }
  return [['booking_places', { _id: placeId, ...place, trail, appeal }]]
}

/** A friend whom they recommended, once before and once after HR corrected their name. */
function applied(who: TestPerson, now: number): Rest[] {
  const step = { state: 'submitted', at: now - DAY_MS, note: null }
  const candidate = {
    ...{ kind: 'referral', positionId: 'p', positionTitle: '座舱', city: '上海', employeeId: who.employeeId },
    ...{
      creditId: who.employeeId,
      creditName: who.name,
      relation: null,
      friend: null,
      sealed: '',
      consent: null,
    },
    ...{ claimId: '', state: 'withdrawn', column: 'over', version: 2, submittedAt: now, movedAt: now },
    ...{ boardKey: `${now}:${who.openid}`, eraseAt: null, leadId: '', leadName: '', hiddenFrom: '' },
    ...{ reward: 0, uncountedSince: 0 },
  }
  const trail = [
    { ...step, action: 'submit', by: FORMER_NAME },
    { ...step, action: 'takeBack', by: who.name, note: `${who.name}点错了` },
  ]
  const person = { ...personOf(who), name: FORMER_NAME }
  return [['careers_candidates', { _id: `candidate-${who.openid}`, ...candidate, person, trail }]]
}

/** A broadcast that they host, and one that they won something at. */
function published(who: TestPerson, now: number): Rest[] {
  const winner = {
    code: 'A1',
    prize: 0,
    employeeId: who.employeeId,
    name: who.name,
    paid: true,
    handedOver: true,
  }
  const ends = { endKey: `${now}:${who.openid}`, stage: 'over', endsAt: now - DAY_MS, upkeep: 'settled' }
  return [
    [
      'live_broadcasts',
      { _id: `cast-${who.openid}`, title: '发布会', ...ends, host: personOf(who), hostIds: [who.employeeId] },
    ],
    ['live_draws', { _id: `draw-${who.openid}`, state: 'drawn', winners: [winner], owing: false }],
  ]
}
