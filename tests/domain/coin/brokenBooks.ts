import type { FindingCode } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { HOUR_MS } from '@domain/kernel/time'
import { Bookkeeper, type Movable } from '../../support/movements'

/** Earned twice, spent, refunded; earned and reversed: every kind of entry, for one person each. */
const story: Movable[] = [
  { do: 'earn', who: 0, reason: 'forum.post', minute: 0 },
  { do: 'earn', who: 0, reason: 'forum.comment', minute: 1 },
  { do: 'spend', who: 0, amount: 3, minute: 2 },
  { do: 'refund', pick: 0, minute: 3 },
  { do: 'earn', who: 1, reason: 'forum.post', minute: 4 },
  { do: 'reverse', pick: 2, minute: 5 },
  { do: 'like', who: 2, post: 0, likers: [5, 6], minute: 6 },
  { do: 'like', who: 2, post: 1, likers: [5, 6], minute: 7 },
  { do: 'like', who: 2, post: 2, likers: [7], minute: 8 },
]
export const ANNA = 'VC000000'
const BO = 'VC000001'
const CAI = 'VC000002'

interface Books {
  entries: Entry[]
  accounts: Account[]
}

export function soundBooks(): Books {
  const keeper = new Bookkeeper()
  for (const movable of story) keeper.book(movable)
  return structuredClone({ entries: keeper.entries, accounts: [...keeper.accounts.values()] })
}

function entryOf(books: Books, employeeId: string, kind: Entry['kind']): Entry {
  const entry = books.entries.find(one => one.employeeId === employeeId && one.kind === kind)
  if (!entry) throw new Error(`The story has no ${kind} of ${employeeId}`)
  return entry
}

export function accountOf(books: Books, employeeId: string): Account {
  const account = books.accounts.find(one => one._id === employeeId)
  if (!account) throw new Error(`The story has no account of ${employeeId}`)
  return account
}

const post = (entry: Entry, account: Entry['postings'][number]['account'], amount: number) =>
  entry.postings.push({ account, amount })

/** Each way to break the books, and what the auditor calls it. */
export const breakages: [FindingCode, string, (books: Books) => void][] = [
  ['SUM_NOT_ZERO', 'coins out of nothing', books => post(entryOf(books, ANNA, 'earn'), 'mall', 1)],
  [
    'SOURCE_PAID_TWICE',
    'the same post paid again under another id',
    books => books.entries.push({ ...entryOf(books, ANNA, 'earn'), _id: 'forum.post:again', number: 5 }),
  ],
  [
    'SOURCE_PAID_TWICE',
    "the same post paid to somebody else's account",
    books => books.entries.push({ ...entryOf(books, ANNA, 'earn'), _id: 'again', employeeId: BO, number: 3 }),
  ],
  [
    'ENTRY_ID_WRONG',
    'an id that does not name its source',
    books => {
      entryOf(books, ANNA, 'spend')._id = 'mall.redeem:other'
    },
  ],
  ['NUMBER_GAP', 'an entry that vanished', books => void books.entries.splice(1, 1)],
  [
    'FOREIGN_POSTING',
    "a posting on a colleague's account",
    books => {
      post(entryOf(books, ANNA, 'earn'), `employee:${BO}`, 1)
      post(entryOf(books, ANNA, 'earn'), 'mint:forum.post', -1)
    },
  ],
  [
    'AMOUNT_WRONG',
    'an amount that its postings do not make',
    books => {
      entryOf(books, ANNA, 'earn').amount += 1
    },
  ],
  [
    'BALANCE_AFTER_WRONG',
    'an edited balance',
    books => {
      entryOf(books, ANNA, 'earn').balanceAfter += 1
    },
  ],
  [
    'DEBT_AFTER_WRONG',
    'an edited debt',
    books => {
      entryOf(books, ANNA, 'earn').debtAfter += 1
    },
  ],
  [
    'NEGATIVE_BALANCE',
    'more spent than there was',
    books => {
      const spending = entryOf(books, ANNA, 'spend')
      spending.postings = [
        { account: `employee:${ANNA}`, amount: -50 },
        { account: 'mall', amount: 50 },
      ]
      spending.amount = -50
    },
  ],
  [
    'NEGATIVE_DEBT',
    'a debt paid that nobody had',
    books => {
      entryOf(books, ANNA, 'earn').postings = [
        { account: 'mint:forum.post', amount: -5 },
        { account: `debt:${ANNA}`, amount: 5 },
      ]
      entryOf(books, ANNA, 'earn').amount = 0
    },
  ],
  [
    'CAP_EXCEEDED',
    'a cap below what was earned',
    books => {
      const { earning } = entryOf(books, ANNA, 'earn')
      if (earning) earning.cap.perDay = 4
    },
  ],
  [
    'EARNING_WRONG',
    'a multiplier outside of any Happy Hour',
    books => {
      const { earning } = entryOf(books, ANNA, 'earn')
      if (earning) earning.multiplier = 2
    },
  ],
  [
    'EARNING_WRONG',
    'a time of reception that the amount does not fit',
    books => {
      entryOf(books, ANNA, 'earn').receivedAt += 8 * HOUR_MS
    },
  ],
  [
    'EARNING_WRONG',
    'rules that nobody knows',
    books => {
      const { earning } = entryOf(books, ANNA, 'earn')
      if (earning) earning.ruleVersion = 9
    },
  ],
  [
    'PAIR_CAP_EXCEEDED',
    'a third like of one colleague on a day',
    books => {
      const [, , third] = books.entries.filter(one => one.employeeId === CAI)
      if (third) third.likers = ['VC000005']
    },
  ],
  [
    'PAIR_CAP_EXCEEDED',
    'a like by oneself',
    books => {
      entryOf(books, CAI, 'earn').likers = [CAI, 'VC000006']
    },
  ],
  [
    'LIKE_PAID_TWICE',
    'one like counted as two',
    books => {
      entryOf(books, CAI, 'earn').likers = ['VC000005', 'VC000005']
    },
  ],
  [
    'EARNING_WRONG',
    'more likes paid than there were',
    books => {
      entryOf(books, CAI, 'earn').likers = ['VC000005']
    },
  ],
  [
    'EXPERIENCE_WRONG',
    'experience by hand',
    books => {
      const entry = entryOf(books, ANNA, 'earn')
      entry.experience += 5
      entry.experienceAfter += 5
    },
  ],
  [
    'EXPERIENCE_AFTER_WRONG',
    'an edited total of experience in an entry',
    books => {
      entryOf(books, ANNA, 'earn').experienceAfter += 1
    },
  ],
  [
    'EXPERIENCE_DIFFERS',
    'an edited total of experience',
    books => {
      accountOf(books, ANNA).experience += 1
    },
  ],
  [
    'REVERSED_WITHOUT_EARNING',
    'a reversal of what was never earned',
    books => {
      entryOf(books, BO, 'reverse').sourceId = 'never'
      entryOf(books, BO, 'reverse')._id = 'forum.post.reversed:never'
    },
  ],
  [
    'REFUNDED_WITHOUT_SPENDING',
    'a refund of what was never spent',
    books => {
      entryOf(books, ANNA, 'refund').sourceId = 'never'
      entryOf(books, ANNA, 'refund')._id = 'mall.redeem.refunded:never'
    },
  ],
  [
    'REFUND_WRONG',
    'more given back than was paid',
    books => {
      const refund = entryOf(books, ANNA, 'refund')
      for (const posting of refund.postings) posting.amount *= 2
      refund.amount *= 2
      refund.balanceAfter += 3
    },
  ],
  [
    'REFUND_WRONG',
    'parts given back that are more than was paid',
    books => {
      const whole = entryOf(books, ANNA, 'refund')
      const ofPart = (part: number): Entry => ({
        ...structuredClone(whole),
        _id: `${whole._id}.${part}`,
        sourceId: `${whole.sourceId}.${part}`,
        number: whole.number + part - 1,
        balanceAfter: whole.balanceAfter + 3 * (part - 1),
      })
      books.entries.splice(books.entries.indexOf(whole), 1, ofPart(1), ofPart(2))
    },
  ],
  [
    'REVERSAL_WRONG',
    'less taken back than was earned',
    books => {
      const reversal = entryOf(books, BO, 'reverse')
      reversal.postings = [
        { account: `employee:${BO}`, amount: -4 },
        { account: 'mint:forum.post', amount: 4 },
      ]
      reversal.amount = -4
      reversal.balanceAfter = 1
    },
  ],
  [
    'BALANCE_DIFFERS',
    'an edited account',
    books => {
      accountOf(books, ANNA).balance += 100
    },
  ],
  ['BALANCE_DIFFERS', 'an account that vanished', books => void books.accounts.shift()],
  [
    'DEBT_DIFFERS',
    'a debt forgiven by hand',
    books => {
      accountOf(books, BO).debt = 7
    },
  ],
  [
    'ENTRIES_DIFFER',
    'an account that lost count',
    books => {
      accountOf(books, ANNA).entries += 1
    },
  ],
]
