import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { livePost } from './livePublications'
import { edits } from './store'

const SHOWN_MAX = 50

export const openEdits = handle(forum.openEdits, async (ctx, { postId }) => {
  const [post, earlier] = await Promise.all([
    livePost(postId),
    edits.find({ where: { postId }, orderBy: [['_id', 'desc']], limit: SHOWN_MAX }),
  ])
  const { title, body, images, editedAt, postedAt } = post
  const present = { title, body, pictures: images.length, writtenAt: editedAt ?? postedAt }
  return {
    versions: [present, ...earlier.map(({ _id, postId: _post, ...version }) => version)],
    now: ctx.now,
  }
})
