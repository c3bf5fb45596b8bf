import type { EsteemDocument, GivenDocument } from '../../cloudfunctions/coin/store'
import { bringsSomething, decideEarning, type Worth } from '../../domain/coin/earning'
import { type Entry, entryId, type Hand, worthOf } from '../../domain/coin/entry'
import type { HandWay } from '../../domain/coin/hand'
import {
  type Account,
  emptyAccount,
  type Movement,
  postEarning,
  postGift,
  postRefund,
  postReversal,
  postSpending,
  postTaking,
  type Source,
  worthOn,
} from '../../domain/coin/ledger'
import type { EarnReason, Reason, SpendReason } from '../../domain/coin/reasons'
import { deliveredRules } from '../../domain/coin/rules'
import { type Instant, monthOf } from '../../domain/kernel/time'
import { Esteem } from './esteem'

interface Cause {
  at: Instant
  employeeId: string
  sourceId: string
  title: string
  subject: Entry['subject']
}

/** Something that moved coins. */
export type Deed = Cause &
  (
    | { kind: 'earn'; reason: EarnReason; day?: number }
    /** Colleagues like a post or comment; `sourceId` is its id. */
    | { kind: 'like'; likers: readonly string[] }
    | { kind: 'spend'; reason: SpendReason; amount: number }
    | { kind: 'refund'; reason: SpendReason; amount: number; because: string }
    | { kind: 'reverse'; reason: EarnReason; because: string }
    | ({ kind: 'hand'; way: HandWay; hand: Hand } & Worth)
  )

export interface Books {
  accounts: Account[]
  entries: Entry[]
  esteems: EsteemDocument[]
  givens: GivenDocument[]
}

/** Books deeds in the order in which they happened, by the rules that the community itself goes by. */
export function book(deeds: readonly Deed[], opening: (employeeId: string) => Account = emptyAccount): Books {
  const accounts = new Map<string, Account>()
  const entries = new Map<string, Entry>()
  const esteem = new Esteem()
  for (const deed of [...deeds].sort((a, b) => a.at - b.at)) {
    const account = accounts.get(deed.employeeId) ?? opening(deed.employeeId)
    const movement = deed.kind === 'like' ? esteem.pay(account, deed) : move(account, deed, entries)
    if (!movement) continue
    accounts.set(deed.employeeId, movement.account)
    entries.set(movement.entry._id, movement.entry)
  }
  return { accounts: [...accounts.values()], entries: [...entries.values()], ...esteem.documents() }
}

/** The movement of a deed; null where the day's cap leaves nothing to earn, or nothing was earned to take back. */
function move(
  account: Account,
  deed: Exclude<Deed, { kind: 'like' }>,
  entries: ReadonlyMap<string, Entry>,
): Movement | null {
  if (deed.kind === 'spend') return postSpending(account, deed.amount, sourceOf(deed, deed.reason))
  if (deed.kind === 'refund') {
    return postRefund(account, deed.amount, sourceOf(deed, deed.reason), deed.because)
  }
  if (deed.kind === 'hand') return moveByHand(account, deed)
  const source = sourceOf(deed, deed.reason)
  if (deed.kind === 'reverse') {
    const earning = entries.get(entryId(deed.reason, 'earn', deed.sourceId))
    return earning ? postReversal(account, deed.reason, worthOf(earning), source, deed.because) : null
  }
  const { reason, at, day } = deed
  const { amount: earnedToday, experience: experienceToday } = worthOn(account, reason, at)
  const earning = decideEarning({ rules: deliveredRules, reason, at, day, earnedToday, experienceToday })
  return bringsSomething(earning) ? postEarning(account, reason, source, earning) : null
}

function moveByHand(account: Account, deed: Extract<Deed, { kind: 'hand' }>): Movement {
  const { way, hand, amount, experience, at } = deed
  const worth = { amount, experience }
  const source = { ...sourceOf(deed, way === 'give' ? 'hand.given' : 'hand.taken'), hand }
  const counted = hand.checkedById ? account : { ...account, alone: { on: monthOf(at), ...worth } }
  return (way === 'give' ? postGift : postTaking)(counted, worth, source)
}

function sourceOf<R extends Reason>({ sourceId, title, subject, at }: Cause, reason: R): Source<R> {
  return { reason, sourceId, title, subject, receivedAt: at, recordedAt: at }
}

const PLENTY = 1_000_000

/** What deeds change an account by in all, however little was on it before. */
export function changeOf(deeds: readonly Deed[], employeeId: string): number {
  const own = deeds.filter(deed => deed.employeeId === employeeId)
  const { accounts } = book(own, id => ({ ...emptyAccount(id), balance: PLENTY }))
  const [account] = accounts
  return account ? account.balance - PLENTY : 0
}
