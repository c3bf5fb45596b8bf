import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { isThereFor } from './livePublications'
import { edits, posts } from './store'

const SHOWN_MAX = 50

export const openEdits = handle(forum.openEdits, async (ctx, { postId }) => {
  const [post, earlier] = await Promise.all([
    posts.get(postId),
    edits.find({ where: { postId }, orderBy: [['_id', 'desc']], limit: SHOWN_MAX }),
  ])
  if (!post || !isThereFor(post, ctx)) throw new Refusal('FORUM_POST_MISSING')
  const { title, body, images, editedAt, postedAt } = post
  const present = { title, body, pictures: images.length, writtenAt: editedAt ?? postedAt }
  return {
    versions: [present, ...earlier.map(({ _id, postId: _post, ...version }) => version)],
    now: ctx.now,
  }
})
