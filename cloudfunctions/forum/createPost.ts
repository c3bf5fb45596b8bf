import { forum } from '@domain/forum/contract'
import { wordsOfPost } from '@domain/forum/pace'
import { topicsOf } from '@domain/forum/topics'
import { statementTitle } from '@domain/forum/wording'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { earn } from '../coin/public'
import { listBoards } from './boards'
import { assertCardStands } from './cards'
import { freshPost } from './freshPost'
import { mentionsOf, tellMentioned } from './mentions'
import { assertInPace, inPace, paceAlong } from './pace'
import { keepingPictures, takePictures } from './pictures'
import { newPoll, wordsOfPoll } from './polls'
import { searchDocumentOf } from './search'
import { siteOf } from './sites'
import { posts, searches } from './store'
import { ensureTopics } from './topics'
import { authorOf } from './views'
import { shownAuthor, spokenAs, voiceFor } from './voices'

const along = () => ({ paces: paceAlong() })

export const createPost = handleWith(forum.createPost, along, async (ctx, input, { paces: [pace] }) => {
  const { boardId, title, body, images, mentionIds, card, accountId } = input
  const postId = ctx.newId('post')
  const own = { saying: 'post', id: postId, words: wordsOfPost({ title, body }) } as const
  const [boards, voice] = await Promise.all([listBoards(), voiceFor(ctx.employee, accountId)])
  const board = boards.find(one => one.boardId === boardId)
  if (!board) throw new Refusal('FORUM_BOARD_MISSING')

  refuse(board.closed, 'FORUM_BOARD_CLOSED')
  const poll = input.poll ? newPoll(input.poll, 0, ctx.now) : null
  const counted = await assertInPace(ctx, pace, own)

  const about = topicsOf(`${title}\n${body}`)
  const [mentions, from] = await Promise.all([
    mentionsOf(body, mentionIds),
    siteOf(ctx.employee, input.site),
    assertCardStands(card),
    ctx.wechat.assertFieldsAreSafe({ title, body, poll: wordsOfPoll(input.poll).join('\n') }),
  ])
  const pictures = await takePictures(images, ctx.wechat)

  const post = freshPost({
    _id: postId,
    boardId,
    ...authorOf(ctx.employee, voice),
    ...from,
    title,
    body,
    images: pictures,
    ...about,
    mentions,
    poll,
    card: card ?? null,
    postedAt: ctx.now,
    changedAt: Date.now(),
  })
  // Before the transaction: words and pinyin of a long text take their time.
  const searched = searchDocumentOf(post)
  const publish = async () => {
    // Of a text that was refused no topic stays.
    await ensureTopics(about.topics, ctx.now)
    return ctx.transaction(
      async tx => {
        await posts.in(tx).insert(post)
        await searches.in(tx).insert(searched)
        await tellMentioned(tx, ctx, mentions, { by: shownAuthor(post), postId, title, body, told: [] })
        if (voice) return { postId, earned: null }
        const earned = await earn(tx, {
          employeeId: ctx.employee.id,
          reason: 'forum.post',
          sourceId: postId,
          title: statementTitle.posted(title),
          subject: { kind: 'post', id: postId },
          at: ctx.now,
        })
        return { postId, earned }
      },
      spokenAs(voice, `${posts.name}/${postId}`),
    )
  }
  // What was uploaded has been copied; a retry finds the post, and needs it no more.
  return keepingPictures(pictures, images, () => inPace(ctx, counted, own, publish))
})
