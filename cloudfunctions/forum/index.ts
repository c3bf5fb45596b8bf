import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { authoring } from './authoring'
import { conversation } from './conversation'
import { favouritePost } from './favouritePost'
import { followColleague, followTopic } from './follow'
import { likePost } from './likePost'
import { listFavourites } from './listFavourites'
import { listMine } from './listMine'
import { listTopics } from './listTopics'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openFollowing } from './openFollowing'
import { openHeat } from './openHeat'
import { openPost } from './openPost'
import { openTopic } from './openTopic'
import { search } from './search'
import { tend } from './tend'
import { receiveVerdict } from './verdicts'

const reading = { openFeed, openPost, openHeat, openCompose, listMine, listFavourites }
const topics = { listTopics, openTopic, followTopic, followColleague, openFollowing, search }
const marking = { likePost, favouritePost }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...reading, ...topics, ...marking, ...authoring, ...conversation },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
