import { coin } from '@domain/coin/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { openEarning } from './openEarning'
import { openStatement } from './openStatement'

export const main = serve('coin', { contract: coin, handlers: { openStatement, openEarning }, standingOf })
