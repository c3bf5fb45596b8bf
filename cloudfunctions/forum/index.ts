import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { conversation } from './conversation'
import { createPost } from './createPost'
import { deletePost } from './deletePost'
import { favouritePost } from './favouritePost'
import { likePost } from './likePost'
import { listFavourites } from './listFavourites'
import { listMine } from './listMine'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openHeat } from './openHeat'
import { openPost } from './openPost'
import { removePost } from './removePost'
import { tend } from './tend'
import { receiveVerdict } from './verdicts'

const queries = { openFeed, openPost, openCompose, listMine, listFavourites, openHeat }
const commands = { createPost, likePost, favouritePost, deletePost, removePost }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...queries, ...commands, ...conversation },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
