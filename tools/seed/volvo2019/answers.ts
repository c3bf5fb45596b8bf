import type { CommentDocument, PostDocument } from '../../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { heatKeyOf } from '../../../domain/forum/heat'
import { MINUTE_MS } from '../../../domain/kernel/time'
import type { Chance } from '../chance'
import type { Deed } from '../ledger'
import { personOf } from '../people'
import { NOW } from './calendar'
import { registeredBefore } from './visits'

const REMARKS = ['算我一个', '谢谢分享', '明天就去试试', '我们车间也这么想', '照片真好', '收藏了'] as const
/** How many remarks a post gets: most one or two. */
const COUNTS = [0, 1, 1, 1, 2, 3] as const
const AT_LEAST_MINUTES = 3
const AT_MOST_MINUTES = 360

/** What colleagues say under the posts that stand, and what that earns; the posts' counters follow. */
export function answersTo(
  posts: readonly PostDocument[],
  roster: readonly EmployeeDocument[],
  draw: (registered: number) => EmployeeDocument,
  chance: Chance,
): { comments: CommentDocument[]; deeds: Deed[] } {
  const comments: CommentDocument[] = []
  for (const post of posts) {
    if (post.state !== 'live') continue
    const registered = registeredBefore(roster, post.postedAt)
    for (let left = chance.pick(COUNTS); left > 0; left -= 1) {
      const postedAt =
        post.postedAt + Math.floor(chance.next() * AT_MOST_MINUTES + AT_LEAST_MINUTES) * MINUTE_MS
      if (postedAt < NOW.getTime()) comments.push(commentOn(post, draw(registered), postedAt, chance))
    }
  }
  const deeds = comments.map(({ _id, author, body, postedAt, postId }) => ({
    kind: 'earn' as const,
    reason: 'forum.comment' as const,
    at: postedAt,
    employeeId: author.employeeId,
    sourceId: _id,
    title: body,
    subject: { kind: 'post' as const, id: postId },
  }))
  return { comments, deeds }
}

function commentOn(
  post: PostDocument,
  author: EmployeeDocument,
  postedAt: number,
  chance: Chance,
): CommentDocument {
  const _id = chance.id(postedAt)
  post.written += 1
  const { likes, favourites, written: said } = post
  post.heatKey = heatKeyOf(post._id, { likes, favourites, comments: said, postedAt: post.postedAt })
  const counted = { likes: 0, comments: 0, favourites: 0, postedAt }
  return {
    _id,
    postId: post._id,
    parentId: null,
    answers: null,
    earlyOf: null,
    listed: true,
    author: { ...personOf(author), official: false },
    body: chance.pick(REMARKS),
    state: 'live',
    withdrawal: null,
    postedAt,
    changedAt: postedAt,
    likers: [],
    likes: 0,
    written: 0,
    withdrawn: 0,
    heatKey: heatKeyOf(_id, counted),
    heatDue: false,
  }
}
