import type { OrderDocument } from '../../cloudfunctions/mall/store'
import type { NoticeDocument } from '../../cloudfunctions/notice/store'
import type { MembershipDocument } from '../../cloudfunctions/union/store'
import { reviewIdOf } from '../../domain/forum/review'
import { quoted, removalNotice } from '../../domain/forum/wording'
import { DAY_MS, type Instant } from '../../domain/kernel/time'
import { associationsTold } from './associations'
import type { Talk } from './forum'
import type { Books } from './ledger'
import type { World } from './world'

/** How far back the inboxes reach, and from when on their notices have been read. */
const REACH_DAYS = 7
const READ_AFTER_DAYS = 1

type Told = Omit<NoticeDocument, '_id' | 'read'>

/** What the last week has put into the inboxes: the same notices that the rooms themselves write. */
export function noticesOf(
  world: World,
  {
    talk,
    memberships,
    orders,
    books,
    lines,
  }: {
    talk: Talk
    memberships: readonly MembershipDocument[]
    orders: readonly OrderDocument[]
    books: Books
    /** The gathered likes, which know their ids. */
    lines: readonly Omit<NoticeDocument, 'read'>[]
  },
): NoticeDocument[] {
  const { now } = world.calendar
  const told = [
    ...ofTalk(talk, books),
    ...memberships.flatMap(membership => ofMembership(world, membership)),
    ...orders.flatMap(ofOrder),
  ]
  const isRead = ({ at }: Pick<Told, 'at'>) => at < now - READ_AFTER_DAYS * DAY_MS
  return [
    ...told
      .filter(({ at }) => at > now - REACH_DAYS * DAY_MS)
      .map(notice => ({ _id: world.chance.id(notice.at), read: isRead(notice), ...notice })),
    ...lines.map(line => ({ read: isRead(line), ...line })),
  ]
}

function ofTalk({ posts, comments }: Talk, { entries }: Books): Told[] {
  const byId = new Map(posts.map(post => [post._id, post]))
  return comments.flatMap(({ _id, postId, author, body, state, withdrawal, postedAt }): Told[] => {
    const post = byId.get(postId)
    if (!post) return []
    const target = { kind: 'post' as const, id: postId }
    if (state === 'removed' && withdrawal) {
      const reversal = entries.find(({ kind, sourceId }) => kind === 'reverse' && sourceId === _id)
      const reversed = reversal ? -reversal.amount : 0
      const { reason } = withdrawal
      const notice = removalNotice({
        kind: 'comment',
        text: body,
        reason,
        reversed,
        muteDays: 0,
        appealable: true,
      })
      const review = { kind: 'review' as const, id: reviewIdOf('comment', _id) }
      const { at } = withdrawal
      return [{ employeeId: author.employeeId, kind: 'talk' as const, ...notice, at, target: review }]
    }
    if (author.employeeId === post.author.employeeId) return []
    const title = `${author.name}评论了${quoted(post.title)}`
    return [
      {
        employeeId: post.author.employeeId,
        kind: 'reply' as const,
        from: author.name,
        fromId: author.employeeId,
        title,
        body,
        at: postedAt,
        target: { ...target, commentId: _id },
      },
    ]
  })
}

function ofMembership(world: World, membership: MembershipDocument): Told[] {
  const { _id, associationId, associationName, employeeId, applicant, trail, state } = membership
  const target = { kind: 'application' as const, id: _id }
  const president = associationsTold.find(({ id }) => id === associationId)?.president
  return trail.flatMap(({ action, at, by, reason }): Told[] => {
    if (action === 'apply' && state === 'pending' && president) {
      const title = `${applicant.name}想加入${associationName}`
      return [
        {
          employeeId: world.who(president)._id,
          kind: 'todo',
          from: applicant.name,
          fromId: employeeId,
          title,
          body: reason ?? '',
          at,
          target,
        },
      ]
    }
    const titles: Partial<Record<typeof action, string>> = {
      approve: `你加入了${associationName}`,
      refuse: `${associationName}没有通过你的申请`,
      revoke: `${associationName}撤销了你的会员身份`,
    }
    const title = titles[action]
    const body = reason ?? `${by.name}同意了你的申请，欢迎。`
    return title ? [{ employeeId, kind: 'union', title, body, at, target }] : []
  })
}

function ofOrder({ _id, employeeId, productName, delivery, trail }: OrderDocument): Told[] {
  const target = { kind: 'order' as const, id: _id }
  const told = (at: Instant, title: string, body: string): Told => ({
    employeeId,
    kind: 'order',
    title,
    body,
    at,
    target,
  })
  return trail.flatMap(({ action, at, by, note }) => {
    if (action === 'ship') return [told(at, `${productName}寄出了`, note ?? '')]
    if (action !== 'handOver') return []
    return [told(at, `${productName}取走了`, `在${delivery.place}由${by}交给你。不是你取的请联系行政。`)]
  })
}
