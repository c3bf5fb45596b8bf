import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { namesOf } from '../identity/public'
import { comments, posts } from './store'

const NAMES_MAX = 3

/** Where a page ended: `<last liked>~<id>`, because two things may have been liked in the same millisecond. */
const keyOf = ({ likedAt = 0, _id }: { likedAt?: number; _id: string }) =>
  `${String(likedAt).padStart(15, '0')}~${_id}`

export const listLiked = handle(forum.listLiked, async ({ employee, now }, { after }) => {
  const own = {
    'author.employeeId': employee.id,
    state: 'live' as const,
    likedAt: after === undefined ? _.gt(0) : _.gt(0).and(_.lte(Number(after.split('~')[0]))),
  }
  // Those of the page before that were liked in its last millisecond come again and are left out.
  const read = { where: own, orderBy: [['likedAt', 'desc']] as const, limit: 2 * limits.pageSize + 1 }
  const [likedPosts, likedComments] = await Promise.all([
    posts.find({ ...read, fields: ['_id', 'title', 'likes', 'likers', 'likedAt'] }),
    comments.find({ ...read, fields: ['_id', 'body', 'likes', 'likers', 'likedAt', 'postId'] }),
  ])
  const all = [
    ...likedPosts.map(post => ({ ...post, kind: 'post' as const, postId: post._id, text: post.title })),
    ...likedComments.map(comment => ({ ...comment, kind: 'comment' as const, text: comment.body })),
  ]
    .filter(one => after === undefined || keyOf(one) < after)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
  const { rows, next } = pageOf(all, limits.pageSize, keyOf)
  const shown = rows.filter(({ likes }) => likes > 0)
  const lastOf = (likers: readonly string[]) => likers.slice(-NAMES_MAX).reverse()
  const people = await namesOf([...new Set(shown.flatMap(({ likers }) => lastOf(likers)))])
  const names = new Map(people.map(({ employeeId, name }) => [employeeId, name]))
  return {
    liked: shown.map(({ kind, _id, postId, text, likes, likers, likedAt = 0 }) => ({
      kind,
      id: _id,
      postId,
      text,
      likes,
      names: lastOf(likers).flatMap(id => names.get(id) ?? []),
      likedAt,
    })),
    next,
    now,
  }
})
