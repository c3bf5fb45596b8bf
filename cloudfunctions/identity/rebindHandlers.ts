import { decideRebind } from './decideRebind'
import { openMyRebind } from './openMyRebind'
import { openRebind } from './openRebind'
import { openRebindPhones } from './openRebindPhones'
import { requestRebind } from './requestRebind'

export const rebindHandlers = { requestRebind, openMyRebind, openRebind, openRebindPhones, decideRebind }
