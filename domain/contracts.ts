import { access } from './access/contract'
import { booking } from './booking/contract'
import { brand } from './brand/contract'
import { careers } from './careers/contract'
import { coin } from './coin/contract'
import { content } from './content/contract'
import { forum } from './forum/contract'
import { growth } from './growth/contract'
import { identity } from './identity/contract'
import type { Contract } from './kernel/contract'
import { knowledge } from './knowledge/contract'
import { live } from './live/contract'
import { mall } from './mall/contract'
import { notice } from './notice/contract'
import { selfservice } from './selfservice/contract'
import { stats } from './stats/contract'
import { union } from './union/contract'

/** Every room's contract. A procedure's full name is `<room>.<procedure>`; a room is one cloud function. */
export const contracts = {
  identity,
  access,
  content,
  forum,
  coin,
  union,
  booking,
  mall,
  knowledge,
  notice,
  selfservice,
  growth,
  brand,
  careers,
  live,
  stats,
} satisfies Record<string, Contract>

export type Contracts = typeof contracts
export type Room = keyof Contracts
