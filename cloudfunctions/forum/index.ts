import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { addComment } from './addComment'
import { createPost } from './createPost'
import { deleteComment } from './deleteComment'
import { deletePost } from './deletePost'
import { likePost } from './likePost'
import { listComments } from './listComments'
import { listMine } from './listMine'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openPost } from './openPost'
import { removeComment } from './removeComment'
import { removePost } from './removePost'
import { tend } from './tend'
import { receiveVerdict } from './verdicts'

const queries = { openFeed, openPost, listComments, openCompose, listMine }
const commands = { createPost, addComment, likePost, deletePost, deleteComment, removePost, removeComment }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...queries, ...commands },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
