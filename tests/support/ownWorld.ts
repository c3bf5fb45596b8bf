import { sortKey } from '@domain/kernel/paging'
import { DAY_MS } from '@domain/kernel/time'
import type { MessageDocument, TicketDocument } from '../../cloudfunctions/selfservice/ticketDocuments'
import { expectData } from './expectError'
import { TOMORROW_18, venueOf } from './facilityWorld'
import { newRequestId, upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { atHome, newProduct } from './mallWorld'
import { insertRests } from './ownRests'
import { facilityIds, people, type TestPerson } from './people'
import { heatingAtDesks } from './ticketCategory'

const { han, guo, luo } = people

/** What of somebody's the tests ask for afterwards. */
export interface OwnThings {
  postId: string
  commentId: string
  replyId: string
  otherPostId: string
  orderId: string
}

/**
 * Lets somebody leave traces in every room: posts, a comment that is answered and liked, a favourite, what they follow,
 * check-ins, an order at home that has come, a membership, a place at an event that is over, a court that they gave up, a
 * ticket of theirs and one that they handled, a suggestion, news that they sent to all, a file of invoices, and the rests
 * of `ownRests.ts`.
 */
export async function leaveTraces(cloud: TestCloud, who: TestPerson, now: number): Promise<OwnThings> {
  const does = async <T = Record<string, string>>(by: TestPerson, name: string, input: object = {}) =>
    expectData(await cloud.call<T>(by.openid, name, input, newRequestId()))
  const told = { boardId: 'life', title: '露营清单', body: '#露营清单# 帐篷和灯' }
  const { postId = '' } = await does(who, 'forum.createPost', told)
  const other = { boardId: 'life', title: '别人的帖子', body: `写给 ${who.employeeId} 看` }
  const { postId: otherPostId = '' } = await does(han, 'forum.createPost', other)
  const say = async (by: TestPerson, body: string, answersId?: string) => {
    const input = { postId: otherPostId, body, ...(answersId ? { answersId } : {}) }
    const { comment } = await does<{ comment: { commentId: string } }>(by, 'forum.addComment', input)
    return comment.commentId
  }
  const commentId = await say(who, '说一句')
  const ownReply = await say(who, '再补一句', commentId)
  const replyId = await say(guo, '答你这句', ownReply)
  await does(han, 'forum.likePost', { postId, liked: true })
  await does(guo, 'forum.likeComment', { commentId, liked: true })
  await does(who, 'forum.favouritePost', { postId: otherPostId, favourited: true })
  await does(who, 'forum.followAuthor', { authorId: han.employeeId, following: true })
  await does(han, 'forum.followAuthor', { authorId: who.employeeId, following: true })
  await does(who, 'growth.checkIn')
  const productId = await newProduct(cloud, { stock: 3, price: 5 })
  const order = { productId, quantity: 1, priceSeen: 5, delivery: atHome }
  const { orderId = '' } = await does(who, 'mall.redeem', order)
  await does(luo, 'mall.shipOrder', { orderId, carrier: '顺丰', number: 'SF1234567890' })
  await does(who, 'mall.confirmOrder', { orderId })
  const worn = await upload(cloud, who.openid, `uploads/worn-${orderId}.jpg`, 'a photo')
  const why = `请联系${who.name}，${who.phone}`
  await does(who, 'mall.askAfterSale', {
    orderId,
    kind: 'return',
    reason: 'unwanted',
    words: why,
    imageIds: [worn],
  })
  await does(luo, 'mall.decideAfterSale', { orderId, verdict: 'refuse', words: '已经用过' })
  await doesAround(cloud, who, does)
  await insertPast(cloud, who, now)
  await insertOfOffice(cloud, who, now)
  await insertRests(cloud, who, now, { postId, commentId })
  return { postId, commentId, replyId, otherPostId, orderId }
}

/** A court that is given up, a ticket that is called off, and a word for the glossary. */
async function doesAround(
  cloud: TestCloud,
  who: TestPerson,
  does: (by: TestPerson, name: string, input?: object) => Promise<Record<string, string>>,
): Promise<void> {
  // Several may leave traces in one cloud.
  if ((await cloud.dump('booking_facilities')).length === 0) {
    await cloud.engine.insertMany('booking_facilities', [{ ...venueOf(facilityIds.courts) }])
    await cloud.engine.insertMany('selfservice_ticket_categories', [heatingAtDesks])
  }
  const court = { subjectId: `${facilityIds.courts}.1`, slotAt: TOMORROW_18, depositSeen: 0, queues: false }
  const { placeId } = await does(who, 'booking.bookFacility', court)
  await does(who, 'booking.leave', { placeId })
  const { ticketId } = await does(who, 'selfservice.submitTicket', {
    ...{ categoryId: 'heat', place: 'A 楼 4 层', body: '靠窗三排只有 16 度' },
    ...{ answers: { seat: 'E-412' }, imageIds: [] },
  })
  await does(who, 'selfservice.sayOnTicket', { ticketId, body: '下午更冷', imageIds: [] })
  await does(who, 'selfservice.moveOwnTicket', { ticketId, action: 'cancel' })
  await does(who, 'knowledge.changeWordbook', { taken: ['heat-pump'], dropped: [] })
  await does(who, 'knowledge.suggestTerm', { kind: 'word', word: '热泵', words: '冬天也省电的空调' })
}

/** A membership, and an event of last week at which the person was checked in. */
async function insertPast(cloud: TestCloud, who: TestPerson, now: number): Promise<void> {
  const { employeeId, name, site, department } = who
  const person = { employeeId, name, site, department }
  const membershipId = `run:${employeeId}`
  await cloud.engine.insertMany('union_memberships', [
    {
      _id: membershipId,
      associationId: 'run',
      associationName: '跑步社',
      associationCoverFileId: '',
      employeeId,
      applicant: person,
      answers: [],
      reason: '想跑',
      state: 'member',
      appliedAt: now - 30 * DAY_MS,
      appliedKey: sortKey(now - 30 * DAY_MS, membershipId),
      decidedKey: null,
      remindAt: null,
      trail: [
        { action: 'approve', by: { employeeId: guo.employeeId, name: guo.name }, at: now, reason: null },
      ],
    },
  ])
  const placeId = `last-week:${employeeId}`
  const startsAt = now - 7 * DAY_MS
  await cloud.engine.insertMany('booking_places', [
    {
      _id: placeId,
      sessionId: 'last-week',
      kind: 'event',
      subjectId: 'last-week',
      title: '周末慢跑',
      venue: '世纪公园',
      startsAt,
      endsAt: startsAt + 3_600_000,
      employeeId,
      revision: 0,
      listKey: sortKey(startsAt, placeId),
      person,
      state: 'attended',
      queueKey: '1',
      offerExpiresAt: null,
      reminded: true,
      answers: [{ title: '衣服尺码', answer: 'M' }],
      guests: ['家人'],
      paid: 0,
      codes: [`long-${employeeId}`, `short-${employeeId}`],
      trail: [
        { action: 'join', at: startsAt, by: name, note: null },
        { action: 'attend', at: startsAt, by: han.name, note: null },
      ],
      turn: 1,
      party: 1,
      seats: 'held',
    },
  ])
}

/** What somebody did for others while they had roles, which whoever goes has none of any more. */
async function insertOfOffice(cloud: TestCloud, who: TestPerson, now: number): Promise<void> {
  await insertHandled(cloud, who, now)
  const { employeeId, name, openid } = who
  await cloud.engine.insertMany('notice_news', [
    {
      _id: `sent-by-${openid}`,
      title: '班车改点',
      body: '周一起早十分钟',
      voice: 'company',
      from: '沃社区',
      audience: { kind: 'all' },
      to: '所有同事',
      audienceKey: 'all',
      sentKey: 'all',
      state: 'sent',
      reach: 10,
      sentBy: { employeeId, name },
      at: now - DAY_MS,
    },
  ])
  await cloud.engine.insertMany('selfservice_claim_imports', [
    {
      _id: `of-${openid}`,
      fileName: '报销.csv',
      ...{ read: 0, adding: 0, moving: 0, unchanged: 0, problems: [], moreProblems: 0 },
      ...{ state: 'applied', bookVersion: 0, batchId: 'none', written: 0, toWrite: 0, leaseUntil: 0 },
      checkedBy: employeeId,
      checkedAt: now - DAY_MS,
      appliedBy: employeeId,
    },
  ])
}

/** A ticket of a colleague that somebody had taken, and what they said on it. */
async function insertHandled(cloud: TestCloud, { employeeId, name }: TestPerson, now: number): Promise<void> {
  const known = await cloud.dump<TicketDocument>('selfservice_tickets')
  const [model] = known
  const [words] = await cloud.dump<MessageDocument>('selfservice_ticket_messages')
  const { department, site } = han
  const handled = {
    ...model,
    _id: `handled-${known.length}`,
    employeeId: han.employeeId,
    requester: { employeeId: han.employeeId, name: han.name, department, site },
    ...{ assigneeId: employeeId, assigneeName: name, state: 'closed', column: 'over' },
    trail: [{ action: 'start', at: now - DAY_MS, by: name, note: null }],
  }
  await cloud.engine.insertMany('selfservice_tickets', [handled])
  const answer = { _id: `answer-${known.length}`, ticketId: handled._id, side: 'handler', body: '换了阀门' }
  await cloud.engine.insertMany('selfservice_ticket_messages', [
    { ...words, ...answer, by: { employeeId, name }, at: now - DAY_MS },
  ])
}
