/** What people do, by room. Inputs rotate over people and things: no two calls of a real day are the same. */
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { forumActions, forumScreens } from './forum'
import { identityActions, identityScreens } from './identity'
import { mallActions, mallScreens } from './mall'
import { unionActions, unionScreens } from './union'

const screens = [forumScreens, unionScreens, mallScreens, identityScreens]
const actions = [forumActions, unionActions, mallActions, identityActions]

/** Each screen of the app: its one procedure, as its page calls it. */
export const screensOf = (world: BenchWorld): Subject[] => screens.flatMap(of => of(world))

export const actionsOf = (world: BenchWorld): Subject[] => actions.flatMap(of => of(world))
