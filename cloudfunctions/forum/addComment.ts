import { forum } from '@domain/forum/contract'
import { wordsOfComment } from '@domain/forum/pace'
import { quoted, statementTitle } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { ugcEnabled } from '@platform/configuration'
import { handle } from '@platform/context'
import { earn } from '../coin/public'
import { notify } from '../notice/public'
import { commentsOf, countComments } from './counting'
import { livePost } from './livePublications'
import { assertInPace, assertMayTalk, hashOfWords } from './pace'
import { type CommentDocument, comments } from './store'
import { authorOf, commentView } from './views'

export const addComment = handle(forum.addComment, async (ctx, { postId, body }) => {
  refuse(!ugcEnabled(), 'FORUM_CLOSED')
  assertMayTalk(ctx)
  const commentId = ctx.newId('comment')
  const wordsHash = hashOfWords(wordsOfComment({ postId, body }))
  const [post] = await Promise.all([
    livePost(postId),
    assertInPace(ctx, 'comment', { id: commentId, wordsHash }),
  ])

  await ctx.wechat.assertTextIsSafe(body)

  const comment: CommentDocument = {
    _id: commentId,
    postId,
    author: authorOf(ctx.employee),
    body,
    wordsHash,
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
