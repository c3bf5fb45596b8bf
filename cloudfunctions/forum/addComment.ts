import { forum } from '@domain/forum/contract'
import { bestKeyOf, FIRST_REPLIES } from '@domain/forum/conversation'
import { wordsOfComment } from '@domain/forum/pace'
import { quoted, statementTitle } from '@domain/forum/wording'
import { type EmployeeContext, handleWith } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { earn } from '../coin/public'
import { notify } from '../notice/public'
import { answeredThread, type Thread } from './answering'
import { countSaid } from './counting'
import { isShownTo, postAlong, talkedPostFrom } from './livePublications'
import { asMention, calledIn, type Mention, tellMentioned } from './mentions'
import { assertInPace, inPace, paceAlong } from './pace'
import { ofComments, ofPosts, saidUnder } from './ranks'
import { type CommentDocument, comments, type PostDocument } from './store'
import { authorOf, commentView } from './views'
import { shownAuthor, spokenAs, voiceFor } from './voices'

const along = ({ postId }: { postId: string }) => ({
  post: postAlong(postId),
  paces: paceAlong(),
})

export const addComment = handleWith(forum.addComment, along, async (ctx, input, read) => {
  const { postId, body, answersId, mentionIds, accountId } = input
  const commentId = ctx.newId('comment')
  const own = { saying: 'comment', id: commentId, words: wordsOfComment({ postId, body }) } as const
  const post = talkedPostFrom(read.post, ctx)
  const [pace] = read.paces
  const counted = await assertInPace(ctx, pace, own)
  const [voice, thread] = await Promise.all([
    voiceFor(ctx.employee, accountId),
    answersId === undefined ? null : answeredThread(postId, answersId),
  ])

  const [called] = await Promise.all([calledIn(body, mentionIds), ctx.wechat.assertTextIsSafe(body)])

  const comment: CommentDocument = {
    _id: commentId,
    postId,
    ...placeIn(thread),
    ...authorOf(ctx.employee, voice),
    body,
    mentions: called.map(asMention),
    likers: [],
    likes: 0,
    written: 0,
    withdrawn: 0,
    heatKey: bestKeyOf(commentId, { likes: 0, replies: 0 }),
    heatDue: false,
    state: 'live',
    withdrawal: null,
    postedAt: ctx.now,
    changedAt: Date.now(),
  }
  const reached = called.filter(one => isShownTo(post, one, ctx.now))
  const publish = () =>
    ctx.transaction(
      async tx => {
        await comments.in(tx).insert(comment)
        await tellAbout(tx, ctx, { comment, post, thread, reached })
        const said = { comment: commentView(comment, ctx.employee), comments: saidUnder(post) + 1 }
        if (voice) return { ...said, earned: null }
        const earned = await earn(tx, {
          employeeId: ctx.employee.id,
          reason: 'forum.comment',
          sourceId: comment._id,
          title: statementTitle.commented(body),
          subject: { kind: 'post', id: postId },
          at: ctx.now,
        })
        return { ...said, earned }
      },
      spokenAs(voice, `${comments.name}/${commentId}`),
    )
  const result = await inPace(ctx, counted, own, publish)

  const counting = [countSaid(ofPosts, post, 'written')]
  if (thread) counting.push(countSaid(ofComments, thread.top, 'written'))
  await Promise.all(counting)
  return result
})

/** Where a comment stands: in the post's list, or under the comment whose thread it answers in. */
function placeIn(
  thread: Thread | null,
): Pick<CommentDocument, 'parentId' | 'answers' | 'earlyOf' | 'listed'> {
  if (!thread) return { parentId: null, answers: null, earlyOf: null, listed: true }
  const { top, answered } = thread
  return {
    parentId: top._id,
    answers: answered._id === top._id ? null : asAnswered(answered),
    earlyOf: top.written < FIRST_REPLIES ? top._id : null,
    listed: false,
  }
}

function asAnswered(answered: CommentDocument): CommentDocument['answers'] {
  const { _id: commentId, author, voice } = answered
  const { name } = shownAuthor(answered)
  return voice ? { commentId, name } : { commentId, name, employeeId: author.employeeId }
}

interface Told {
  comment: CommentDocument
  post: PostDocument
  thread: Thread | null
  /** Whom the comment calls, of those who see the post. */
  reached: readonly Mention[]
}

/** Tells whoever is answered, and whoever is called and not told already. One request each. */
async function tellAbout(
  tx: Transaction,
  ctx: EmployeeContext,
  { comment, post, thread, reached }: Told,
): Promise<void> {
  const { _id: commentId, postId, body } = comment
  const by = shownAuthor(comment)
  const answered = whomToTell(comment, post, thread)
  for (const { employeeId, title } of answered)
    await notify(tx, {
      _id: ctx.newId(`notice/${employeeId}`),
      employeeId,
      kind: 'reply',
      from: by.name,
      fromId: by.employeeId,
      title,
      body,
      at: ctx.now,
      target: { kind: 'post', id: postId, commentId },
    })
  const told = answered.map(({ employeeId }) => employeeId)
  await tellMentioned(tx, ctx, reached, { by, postId, commentId, title: post.title, body, told })
}

/** Whoever is answered, and the author of the post; each once, and nobody of what they said themselves. */
function whomToTell(
  comment: CommentDocument,
  post: PostDocument,
  thread: Thread | null,
): { employeeId: string; title: string }[] {
  const answered = thread?.answered
  const { name } = shownAuthor(comment)
  const told = new Map([[post.author.employeeId, `${name}评论了${quoted(post.title)}`]])
  if (answered) told.set(answered.author.employeeId, `${name}回复了你的评论${quoted(answered.body)}`)
  told.delete(comment.author.employeeId)
  return [...told].map(([employeeId, title]) => ({ employeeId, title }))
}
