import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { isThereFor, postSeenAlong } from './livePublications'
import { readComments } from './readComments'

const along = ({ postId }: { postId: string }) => ({ post: postSeenAlong(postId) })

export const listComments = handleWith(
  forum.listComments,
  along,
  async (ctx, { postId, sort, after }, read) => {
    const [post] = read.post
    if (!post || !isThereFor(post, ctx)) throw new Refusal('FORUM_POST_MISSING')
    return readComments(postId, ctx.employee, sort, after)
  },
)
