import { bringsSomething, decideEarning, sumOf } from '@domain/coin/earning'
import { type Entry, worthOf } from '@domain/coin/entry'
import { decideEsteem, type Given, givenAfter } from '@domain/coin/esteem'
import {
  type Account,
  emptyAccount,
  type Movement,
  postEarning,
  postRefund,
  postReversal,
  postSpending,
  type Source,
  worthOn,
} from '@domain/coin/ledger'
import { type EarnReason, earnReasons, type Reason } from '@domain/coin/reasons'
import { deliveredRules } from '@domain/coin/rules'
import { Refusal } from '@domain/kernel/errors'
import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import fc from 'fast-check'

/** What people do to their coins. `pick` chooses among what there is to take back. */
export type Movable =
  | { do: 'earn'; who: number; reason: EarnReason; minute: number }
  /** People of whom some like a post of `who`; some of them have liked it before. */
  | { do: 'like'; who: number; post: number; likers: number[]; minute: number }
  | { do: 'spend'; who: number; amount: number; minute: number }
  | { do: 'reverse' | 'refund'; pick: number; minute: number }

const PEOPLE = 3
const acts = earnReasons.filter(reason => reason !== 'forum.liked')
const startsAt = Date.parse('2026-01-30T00:00:00+08:00')
const minute = fc.nat({ max: (6 * DAY_MS) / MINUTE_MS })
const who = fc.nat({ max: PEOPLE - 1 })

/** Any sequence of movements of three people within six days that cross a month's end; late ones included. */
export const movables: fc.Arbitrary<Movable[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('earn' as const), who, reason: fc.constantFrom(...acts), minute }),
    fc.record({
      do: fc.constant('like' as const),
      who,
      post: fc.nat({ max: 4 }),
      likers: fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 25 }),
      minute,
    }),
    fc.record({ do: fc.constant('spend' as const), who, amount: fc.integer({ min: 1, max: 60 }), minute }),
    fc.record({ do: fc.constantFrom('reverse' as const, 'refund' as const), pick: fc.nat(), minute }),
  ),
  { minLength: 10, maxLength: 80 },
)

/** A ledger in memory that books by the house's own rules. */
export class Bookkeeper {
  readonly accounts = new Map<string, Account>()
  readonly entries: Entry[] = []
  private sources = 0
  /** Whose likes counted for each author, and whose of each post have been looked at. */
  private readonly given = new Map<string, Given[]>()
  private readonly seen = new Map<string, string[]>()
  private batches = 0
  /** Likes are paid by a timer, so that their time never goes back. */
  private likedAt = 0

  book(movable: Movable): void {
    const at = startsAt + movable.minute * MINUTE_MS
    if (movable.do === 'earn') this.earn(movable.who, movable.reason, at)
    else if (movable.do === 'like') this.like(movable, at)
    else if (movable.do === 'spend') this.spend(movable.who, movable.amount, at)
    else if (movable.do === 'reverse') this.reverse(movable.pick, at)
    else this.refund(movable.pick, at)
  }

  private earn(who: number, reason: EarnReason, at: number): void {
    const account = this.accountOf(employeeId(who))
    const { amount: earnedToday, experience: experienceToday } = worthOn(account, reason, at)
    const earning = decideEarning({ rules: deliveredRules, reason, at, earnedToday, experienceToday })
    if (bringsSomething(earning)) this.take(postEarning(account, reason, this.source(reason, at), earning))
  }

  private like({ who, post, likers }: Extract<Movable, { do: 'like' }>, minuteAt: number): void {
    const at = Math.max(this.likedAt, minuteAt)
    this.likedAt = at
    const authorId = employeeId(who)
    const account = this.accountOf(authorId)
    const sourceId = `post-${who}-${post}`
    const seen = this.seen.get(sourceId) ?? []
    const fresh = likers.map(employeeId).filter(liker => !seen.includes(liker))
    const given = this.given.get(authorId) ?? []
    const { amount: earnedToday, experience: experienceToday } = worthOn(account, 'forum.liked', at)
    const today = { earnedToday, experienceToday }
    const decided = decideEsteem({ rules: deliveredRules, at, authorId, likers: fresh, given, ...today })
    this.seen.set(sourceId, [...seen, ...fresh])
    if (!bringsSomething(decided.earning)) return
    this.given.set(authorId, givenAfter(given, decided.likers, at))
    this.batches += 1
    const source = this.source('forum.liked', at, `${sourceId}.${this.batches}`)
    this.take(postEarning(account, 'forum.liked', { ...source, likers: decided.likers }, decided.earning))
  }

  private spend(who: number, amount: number, at: number): void {
    try {
      this.take(postSpending(this.accountOf(employeeId(who)), amount, this.source('mall.redeem', at)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  private reverse(pick: number, at: number): void {
    const earning = this.open('earn', 'reverse', pick)
    if (!earning) return
    const reason = earning.reason as EarnReason
    const ofLikes = reason === 'forum.liked'
    const sourceId = ofLikes ? likedIn(earning.sourceId) : earning.sourceId
    const together = ofLikes ? this.earningsOf(sourceId) : [earning]
    const worth = together.map(worthOf).reduce(sumOf)
    const source = this.source(reason, at, sourceId)
    this.take(postReversal(this.accountOf(earning.employeeId), reason, worth, source, '广告'))
    // Nobody likes what is gone.
    if (ofLikes)
      this.seen.set(
        sourceId,
        Array.from({ length: 31 }, (_, index) => employeeId(index)),
      )
  }

  private refund(pick: number, at: number): void {
    const spending = this.open('spend', 'refund', pick)
    if (!spending) return
    const source = this.source('mall.redeem', at, spending.sourceId)
    this.take(postRefund(this.accountOf(spending.employeeId), -spending.amount, source, '取消订单'))
  }

  private earningsOf(postId: string): Entry[] {
    return this.entries.filter(({ kind, sourceId }) => kind === 'earn' && likedIn(sourceId) === postId)
  }

  /** One of the entries of a kind whose source has not been taken back. */
  private open(kind: Entry['kind'], back: Entry['kind'], pick: number): Entry | undefined {
    const gone = new Set(this.entries.filter(entry => entry.kind === back).map(entry => entry.sourceId))
    const open = this.entries.filter(
      entry => entry.kind === kind && !gone.has(entry.sourceId) && !gone.has(likedIn(entry.sourceId)),
    )
    return open[pick % Math.max(1, open.length)]
  }

  private accountOf(id: string): Account {
    return this.accounts.get(id) ?? emptyAccount(id)
  }

  private source<R extends Reason>(reason: R, at: number, sourceId = `s${++this.sources}`): Source<R> {
    return { reason, sourceId, title: sourceId, subject: null, receivedAt: at, recordedAt: at }
  }

  private take({ account, entry }: Movement): void {
    this.accounts.set(account._id, account)
    this.entries.push(entry)
  }
}

/** `post-1-2.7` is the seventh earning by likes, of post 2 of person 1. */
function likedIn(sourceId: string): string {
  return sourceId.replace(/\.\d+$/, '')
}

function employeeId(who: number): string {
  return `VC${String(who).padStart(6, '0')}`
}
