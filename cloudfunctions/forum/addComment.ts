import { forum } from '@domain/forum/contract'
import { quoted, statementTitle } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { ugcEnabled } from '@platform/configuration'
import { handle } from '@platform/context'
import { earn } from '../coin/public'
import { notify } from '../notice/public'
import { commentsOf, countComments } from './counting'
import { livePost } from './livePublications'
import { type CommentDocument, comments } from './store'
import { authorOf, commentView } from './views'

export const addComment = handle(forum.addComment, async (ctx, { postId, body }) => {
  refuse(!ugcEnabled(), 'FORUM_CLOSED')
  const post = await livePost(postId)

  await ctx.wechat.assertTextIsSafe(body)

  const comment: CommentDocument = {
    _id: ctx.newId('comment'),
    postId,
    author: authorOf(ctx.employee),
    body,
    state: 'live',
    withdrawal: null,
    postedAt: ctx.now,
    changedAt: Date.now(),
  }
  const result = await ctx.transaction(async tx => {
    await comments.in(tx).insert(comment)
    if (post.author.employeeId !== ctx.employee.id) {
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: post.author.employeeId,
        kind: 'talk',
        title: `${ctx.employee.name}评论了${quoted(post.title)}`,
        body,
        at: ctx.now,
        target: { kind: 'post', id: postId },
      })
    }
    const earned = await earn(tx, {
      employeeId: ctx.employee.id,
      reason: 'forum.comment',
      sourceId: comment._id,
      title: statementTitle.commented(body),
      subject: { kind: 'post', id: postId },
      at: ctx.now,
    })
    return { comment: commentView(comment, ctx.employee.id), comments: commentsOf(post) + 1, earned }
  })

  await countComments(post, 'written')
  return result
})
