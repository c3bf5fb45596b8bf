import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { removeUnasked } from './removing'

export const removePost = handle(forum.removePost, async (ctx, { postId, ...asked }) => {
  const { reversed } = await removeUnasked(ctx, { kind: 'post', id: postId }, asked)
  return { reversed }
})
