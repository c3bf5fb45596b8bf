import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { addComment } from './addComment'
import { createPost } from './createPost'
import { deleteComment } from './deleteComment'
import { deletePost } from './deletePost'
import { favouritePost } from './favouritePost'
import { likePost } from './likePost'
import { listComments } from './listComments'
import { listFavourites } from './listFavourites'
import { listMine } from './listMine'
import { moderating } from './moderating'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openHeat } from './openHeat'
import { openPost } from './openPost'
import { tend } from './tend'
import { receiveVerdict } from './verdicts'

const queries = { openFeed, openPost, listComments, openCompose, listMine, listFavourites, openHeat }
const talking = { createPost, addComment, likePost, favouritePost, deletePost, deleteComment }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...queries, ...talking, ...moderating },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
