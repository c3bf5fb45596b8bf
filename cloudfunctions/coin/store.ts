import type { Account, Entry } from '@domain/coin/ledger'
import type { CoinRules } from '@domain/coin/rules'
import { collection } from '@platform/collection'

export const accounts = collection<Account>('coin_accounts')
export const entries = collection<Entry>('coin_entries')
export const ruleVersions = collection<CoinRules & { _id: string }>('coin_rules')
