import { identity } from '@domain/identity/contract'
import { serve } from '@platform/serve'
import { receiveAvatarVerdict } from './avatar'
import { findColleagues } from './findColleagues'
import { importHandlers } from './importHandlers'
import { memberHandlers } from './memberHandlers'
import { openProfile } from './openProfile'
import { openSession } from './openSession'
import { ownDataHandlers } from './ownDataHandlers'
import { standingOf } from './public'
import { rebindHandlers } from './rebindHandlers'
import { register } from './register'
import { tend } from './tend'

export const main = serve('identity', {
  contract: identity,
  handlers: {
    openSession,
    register,
    openProfile,
    findColleagues,
    ...rebindHandlers,
    ...importHandlers,
    ...ownDataHandlers,
    ...memberHandlers,
  },
  standingOf,
  events: { wxa_media_check: receiveAvatarVerdict },
  timers: { tend },
})
