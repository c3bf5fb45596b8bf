import { forum } from '@domain/forum/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { authoring } from './authoring'
import { conversation } from './conversation'
import { favouritePost } from './favouritePost'
import { likePost } from './likePost'
import { moderating } from './moderating'
import { openCompose } from './openCompose'
import { openFeed } from './openFeed'
import { openHeat } from './openHeat'
import { openPost } from './openPost'
import { ownLists } from './ownLists'
import { tend } from './tend'
import { topicHandlers } from './topicHandlers'
import { receiveVerdict } from './verdicts'
import { votePoll } from './votePoll'

const reading = { openFeed, openPost, openHeat, openCompose, ...ownLists }
const marking = { likePost, favouritePost, votePoll }

export const main = serve('forum', {
  contract: forum,
  handlers: { ...reading, ...topicHandlers, ...marking, ...authoring, ...conversation, ...moderating },
  standingOf,
  events: { wxa_media_check: receiveVerdict },
  timers: { tend },
})
