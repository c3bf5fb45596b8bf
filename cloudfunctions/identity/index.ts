import { identity } from '@domain/identity/contract'
import { serve } from '@platform/serve'
import { applyRoster } from './applyRoster'
import { receiveAvatarVerdict } from './avatar'
import { checkRoster } from './checkRoster'
import { decideRebind } from './decideRebind'
import { findColleagues } from './findColleagues'
import { listImportLines } from './listImportLines'
import { listImports } from './listImports'
import { openImport } from './openImport'
import { openProfile } from './openProfile'
import { openRebind } from './openRebind'
import { openSession } from './openSession'
import { ownDataHandlers } from './ownDataHandlers'
import { standingOf } from './public'
import { register } from './register'
import { requestRebind } from './requestRebind'
import { tend } from './tend'

const rebinding = { requestRebind, openRebind, decideRebind }
const importing = { checkRoster, applyRoster, openImport, listImports, listImportLines }

export const main = serve('identity', {
  contract: identity,
  handlers: {
    openSession,
    register,
    openProfile,
    findColleagues,
    ...rebinding,
    ...importing,
    ...ownDataHandlers,
  },
  standingOf,
  events: { wxa_media_check: receiveAvatarVerdict },
  timers: { tend },
})
