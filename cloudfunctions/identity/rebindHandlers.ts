import { decideRebind } from './decideRebind'
import { openRebind } from './openRebind'
import { requestRebind } from './requestRebind'

export const rebindHandlers = { requestRebind, openRebind, decideRebind }
