import { forum } from '@domain/forum/contract'
import { isEditable } from '@domain/forum/editing'
import { wordsOfPost } from '@domain/forum/pace'
import { topicsOf } from '@domain/forum/topics'
import { isOwnOf } from '@domain/forum/voices'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import type { Instant } from '@domain/kernel/time'
import { handleWith } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { type Dropped, dropPictures, removeDropped } from './droppedPictures'
import { postTo } from './livePublications'
import { calledBy, mentionsAfter, tellMentioned } from './mentions'
import { assertInPace, changeIdOf, inPace, paceAlong } from './pace'
import { keepingPictures, takePictures } from './pictures'
import { newPoll, wordsOfPoll } from './polls'
import { searchDocumentOf } from './search'
import { edits, type PostDocument, posts, type StoredImage, searches } from './store'
import { reviewAnew } from './subjects'
import { ensureTopics } from './topics'
import { shownAuthor, spokenAs } from './voices'

const along = () => ({ paces: paceAlong() })

export const editPost = handleWith(forum.editPost, along, async (ctx, input, { paces: [pace] }) => {
  const { postId, title, body, keptFileIds, images, mentionIds } = input
  const changeId = changeIdOf(postId, ctx.newId('edit'))
  const own = { saying: 'edit', id: changeId, words: wordsOfPost({ title, body }) } as const
  const before = await postTo('edit', postId)
  refuse(!isOwnOf(before, ctx.employee), 'FORUM_NOT_YOURS')
  refuse(!isEditable(before.postedAt, ctx.now), 'FORUM_EDIT_TOO_LATE')
  refuse(keptFileIds.length + images.length > limits.postImagesMax, 'INVALID_INPUT', ['images'])
  keptImages(before, keptFileIds)
  pollAfter(before, input, ctx.now)
  const counted = await assertInPace(ctx, pace, own)

  const about = topicsOf(`${title}\n${body}`)
  const [mentions] = await Promise.all([
    mentionsAfter(body, before.mentions, mentionIds),
    ctx.wechat.assertFieldsAreSafe({ title, body, poll: wordsOfPoll(input.poll).join('\n') }),
  ])
  const pictures = await takePictures(images, ctx.wechat)
  // Before the transaction: words and pinyin of a long text take their time.
  const searched = searchDocumentOf({ _id: postId, title, body })

  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const dropped: { gone: Dropped } = { gone: null }
  const change = async (tx: Transaction) => {
    const post = await postTo('edit', postId, tx)
    // A verdict on a picture may have come meanwhile: what stays is taken as it is now.
    const kept = keptImages(post, keptFileIds)
    const gone = post.images.filter(image => !kept.includes(image))
    dropped.gone = await dropPictures(tx, gone, ctx.now)
    await edits.in(tx).insert({
      _id: editIdOf(post),
      postId,
      title: post.title,
      body: post.body,
      pictures: post.images.length,
      writtenAt: post.editedAt ?? post.postedAt,
    })
    const poll = pollAfter(post, input, ctx.now)
    const told = calledBy(post)
    await posts.in(tx).update(postId, {
      title,
      body,
      ...about,
      pastTopicIds: [...new Set([...(post.pastTopicIds ?? []), ...post.topicIds])],
      changedAt: Date.now(),
      mentions,
      calledIds: calledBy({ mentions, calledIds: told }),
      images: [...kept, ...pictures],
      ...poll,
      editedAt: ctx.now,
      edits: post.edits + 1,
    })
    await searches.in(tx).put(searched)
    await reviewAnew(tx, { ...post, title, body, ...poll }, ctx.now)
    await tellMentioned(tx, ctx, mentions, { by: shownAuthor(post), postId, title, body, told })
    return { postId, editedAt: ctx.now }
  }
  const publish = async () => {
    // Of a text that was refused no topic stays.
    await ensureTopics(about.topics, ctx.now)
    return ctx.transaction(change, spokenAs(before.voice, `${posts.name}/${postId}`))
  }
  const result = await keepingPictures(pictures, images, () => inPace(ctx, counted, own, publish))

  await removeDropped(dropped.gone)
  return result
})

/** As many changes as half an hour has room for sort by their number. */
const NUMBER_DIGITS = 4

function editIdOf({ _id, edits: number }: PostDocument): string {
  return `${_id}:${String(number).padStart(NUMBER_DIGITS, '0')}`
}

/**
 * The poll as the change leaves it; nothing where it stays. The title is its question: once somebody has answered,
 * neither changes under the answers.
 * @throws Refusal FORUM_POLL_MISSING, FORUM_POLL_FIXED, FORUM_POLL_END_WRONG
 */
function pollAfter(
  { title: asked, poll, edits: edition }: PostDocument,
  { title, poll: draft }: Pick<ParsedInputOf<typeof forum.editPost>, 'title' | 'poll'>,
  now: Instant,
): Pick<PostDocument, 'poll'> {
  refuse((poll?.voters ?? 0) > 0 && title !== asked, 'FORUM_POLL_FIXED', ['title'])
  if (!draft) return {}
  if (!poll) throw new Refusal('FORUM_POLL_MISSING')
  refuse(poll.voters > 0, 'FORUM_POLL_FIXED')
  return { poll: newPoll(draft, edition + 1, now) }
}

/** @throws Refusal FORUM_IMAGE_MISSING when one of them is no picture of the post */
function keptImages({ images }: PostDocument, fileIds: readonly string[]): StoredImage[] {
  return [...new Set(fileIds)].map(fileId => {
    const image = images.find(one => one.fileId === fileId)
    if (!image) throw new Refusal('FORUM_IMAGE_MISSING')
    return image
  })
}
