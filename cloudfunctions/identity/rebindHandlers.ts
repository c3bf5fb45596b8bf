import { decideRebind } from './decideRebind'
import { openMyRebind } from './openMyRebind'
import { openRebind } from './openRebind'
import { requestRebind } from './requestRebind'

export const rebindHandlers = { requestRebind, openMyRebind, openRebind, decideRebind }
