import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { countWithdrawn } from './counting'
import { removeUnasked } from './removing'

export const removeComment = handle(forum.removeComment, async (ctx, { commentId, ...asked }) => {
  const { reversed, thing } = await removeUnasked(ctx, { kind: 'comment', id: commentId }, asked)
  if (thing?.kind === 'comment') await countWithdrawn(thing.post, thing.publication)
  return { reversed }
})
