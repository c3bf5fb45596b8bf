import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { addComment } from './addComment'
import { createPost } from './createPost'
import { deleteComment } from './deleteComment'
import { deletePost } from './deletePost'
import { favouritePost } from './favouritePost'
import { followColleague, followTopic } from './follow'
import { likePost } from './likePost'
import { listComments } from './listComments'
import { listFavourites } from './listFavourites'
import { listMine } from './listMine'
import { listTopics } from './listTopics'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openFollowing } from './openFollowing'
import { openHeat } from './openHeat'
import { openPost } from './openPost'
import { openTopic } from './openTopic'
import { removeComment } from './removeComment'
import { removePost } from './removePost'
import { search } from './search'
import { tend } from './tend'
import { receiveVerdict } from './verdicts'

const queries = { openFeed, openPost, listComments, openCompose, listMine, listFavourites, openHeat }
const topics = { listTopics, openTopic, followTopic, followColleague, openFollowing, search }
const talking = { createPost, addComment, likePost, favouritePost }
const withdrawing = { deletePost, deleteComment, removePost, removeComment }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...queries, ...topics, ...talking, ...withdrawing },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
