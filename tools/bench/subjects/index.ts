/** What people do, by room. Inputs rotate over people and things: no two calls of a real day are the same. */
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { bookingActions, bookingScreens, deskScreens } from './booking'
import { brandScreens } from './brand'
import { careersActions, careersScreens } from './careers'
import { contentActions, contentScreens } from './content'
import { eventScreens } from './events'
import { forumActions, forumScreens } from './forum'
import { identityActions, identityScreens } from './identity'
import { liveScreens } from './live'
import { mallActions, mallScreens } from './mall'
import { moderationScreens, talkActions, talkScreens } from './talk'
import { unionActions, unionScreens } from './union'

const screens = [
  contentScreens,
  forumScreens,
  talkScreens,
  unionScreens,
  eventScreens,
  bookingScreens,
  mallScreens,
  identityScreens,
  deskScreens,
  moderationScreens,
  careersScreens,
  brandScreens,
  liveScreens,
]
const actions = [
  contentActions,
  forumActions,
  talkActions,
  unionActions,
  bookingActions,
  mallActions,
  identityActions,
  careersActions,
]

/** Each screen of the app: its one procedure, as its page calls it. */
export const screensOf = (world: BenchWorld): Subject[] => screens.flatMap(of => of(world))

export const actionsOf = (world: BenchWorld): Subject[] => actions.flatMap(of => of(world))
