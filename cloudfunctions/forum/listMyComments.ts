import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { comments, posts } from './store'

export const listMyComments = handle(forum.listMyComments, async ({ employee, now }, { after }) => {
  const found = await comments.find({
    where: {
      'author.employeeId': employee.id,
      state: 'live',
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
    fields: ['_id', 'body', 'likes', 'postedAt', 'postId'],
  })
  const { rows, next } = pageOf(found, limits.pageSize, comment => comment._id)
  const titles = await titlesOf([...new Set(rows.map(({ postId }) => postId))])
  return {
    comments: rows.map(({ _id, body, likes, postedAt, postId }) => {
      const title = titles.get(postId)
      return { commentId: _id, body, likes, postedAt, post: title === undefined ? null : { postId, title } }
    }),
    next,
    now,
  }
})

/** The titles of posts that stand. One request, none for no posts. */
async function titlesOf(postIds: readonly string[]): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map()
  const found = await posts.find({
    where: { _id: _.in([...postIds]), state: _.in(['live', 'beside']) },
    limit: postIds.length,
    fields: ['_id', 'title'],
  })
  return new Map(found.map(({ _id, title }) => [_id, title]))
}
