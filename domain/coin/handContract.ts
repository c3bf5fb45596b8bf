import * as z from 'zod'
import { command, query } from '../kernel/contract'
import {
  Coins,
  Count,
  Cursor,
  EmployeeId,
  Id,
  Instant,
  line,
  NextCursor,
  NumberCursor,
  Person,
  Reason,
  UploadedCsv,
} from '../kernel/schema'
import { HAND_MAX, handStates } from './hand'
import { handProblems } from './handFile'

const Worth = z.number().int().min(0).max(HAND_MAX)

/** How a receiver stands: whole coins; what was given and taken by hand is that of the running month. */
export const ReceiverView = z.object({ balance: Coins, debt: Coins, given: Coins, taken: Coins })

const MovedAlone = z.object({ amount: Coins, experience: Count })

export const HandView = z.object({
  handId: z.string(),
  person: Person,
  way: z.enum(['give', 'take']),
  amount: Coins,
  experience: Count,
  /** What the receiver reads. */
  why: z.string(),
  state: z.enum(handStates),
  byName: z.string(),
  askedAt: Instant,
  decision: z.object({ byName: z.string(), at: Instant, reason: z.string() }).nullable(),
  /** Whether the caller may be the second; whether it is the caller's own, to be withdrawn. */
  mayDecide: z.boolean(),
  mine: z.boolean(),
  /** Only of what waits. */
  receiver: ReceiverView.nullable(),
})

export const batchStates = ['checked', 'waiting', 'applying', 'applied', 'refused', 'withdrawn'] as const

const Sums = z.object({ given: Coins, taken: Coins, experienceGiven: Count, experienceTaken: Count })

export const BatchView = z.object({
  batchId: z.string(),
  fileName: z.string(),
  read: Count,
  sums: Sums,
  problems: z.array(
    z.object({
      line: z.number().int(),
      problem: z.enum(handProblems),
      employeeId: z.string(),
      name: z.string(),
      detail: z.string(),
    }),
  ),
  moreProblems: Count,
  state: z.enum(batchStates),
  written: Count,
  /** Of the written lines: for colleagues who had left by then, and brought nothing. */
  passedOver: Count,
  toWrite: Count,
  byName: z.string(),
  checkedAt: Instant,
  decision: z.object({ byName: z.string(), at: Instant, reason: z.string() }).nullable(),
  mayDecide: z.boolean(),
  mine: z.boolean(),
})

/** What a list moves for one colleague. */
export const BatchLine = z.object({
  /** As in the file, counted from 1 with the header line. */
  line: z.number().int(),
  employeeId: z.string(),
  name: z.string(),
  way: z.enum(['give', 'take']),
  amount: Coins,
  experience: Count,
  why: z.string(),
})

const decided = z.strictObject({ decision: z.enum(['approve', 'refuse']), reason: Reason })

/** Coins and experience by hand: one by one, and in batches from a CSV. */
export const hands = {
  /** The latest hundred; what waits comes first. */
  openHands: query({
    access: 'coin.hands',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      waiting: z.array(HandView),
      batches: z.array(BatchView.omit({ problems: true, moreProblems: true })),
      hands: z.array(HandView),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because: 'the caller; what waits, the batches and the latest at once; balances and months of who waits',
    },
  }),
  /** For the form: how somebody stands, and what was moved this month without a second person. */
  openReceiver: query({
    access: 'coin.hands',
    input: z.strictObject({ employeeId: EmployeeId }),
    output: ReceiverView.extend({
      aloneOfReceiver: MovedAlone,
      aloneOfKeeper: MovedAlone,
      /** Whoever has not registered gets and gives nothing. */
      isRegistered: z.boolean(),
    }),
    errors: [],
    budget: {
      requests: 5,
      because: 'the caller; account, entries by hand, the caller’s own month and the roster at once',
    },
  }),
  /** Moves at once what one person may, and asks for a second person otherwise. */
  moveByHand: command({
    access: 'coin.hands',
    input: z.strictObject({
      employeeId: EmployeeId,
      way: z.enum(['give', 'take']),
      amount: Worth,
      experience: Worth,
      why: Reason,
    }),
    output: z.object({ handId: z.string(), state: z.enum(['done', 'waiting']) }),
    errors: ['ACCESS_COLLEAGUE_MISSING', 'COIN_HAND_UNREGISTERED', 'COIN_HAND_OWN', 'COIN_HAND_EMPTY'],
    budget: {
      requests: 10,
      because: 'caller and receiver; account and own month read and written, entry, proposal, notice, result',
    },
  }),
  decideHand: command({
    access: 'coin.hands',
    input: decided.extend({ handId: Id }),
    output: z.object({ state: z.enum(handStates) }),
    errors: ['COIN_HAND_MISSING', 'COIN_HAND_DECIDED', 'COIN_HAND_NOT_YOURS', 'ACCESS_COLLEAGUE_MISSING'],
    budget: {
      requests: 10,
      because:
        'caller, proposal and receiver; then proposal and account read and written, entry, notice and result',
    },
  }),
  withdrawHand: command({
    access: 'coin.hands',
    input: z.strictObject({ handId: Id }),
    output: z.object({ state: z.enum(handStates) }),
    errors: ['COIN_HAND_MISSING', 'COIN_HAND_DECIDED', 'COIN_HAND_NOT_YOURS'],
  }),
  /** Reads a CSV and moves nothing: what is wrong by line, and what it comes to. */
  checkHands: command({
    access: 'coin.hands',
    idempotency: 'reception',
    input: z.strictObject({ fileId: UploadedCsv, fileName: line(1, 80) }),
    output: BatchView,
    errors: ['COIN_BATCH_UNREADABLE', 'COIN_BATCH_TOO_LONG'],
    budget: { requests: 20, because: 'people are looked up and lines set down five hundred at a time' },
  }),
  openBatch: query({
    access: 'coin.hands',
    input: z.strictObject({ batchId: Id }),
    output: BatchView,
    errors: ['COIN_BATCH_MISSING'],
  }),
  /** The good lines, what moves most first; none once the batch is older than thirty days. */
  listBatchLines: query({
    access: 'coin.hands',
    input: z.strictObject({ batchId: Id, after: NumberCursor.optional() }),
    output: z.object({ lines: z.array(BatchLine), next: NextCursor }),
    errors: ['COIN_BATCH_MISSING'],
  }),
  /** Asks for a second person; a batch always takes two. */
  submitBatch: command({
    access: 'coin.hands',
    input: z.strictObject({ batchId: Id }),
    output: z.object({ state: z.enum(batchStates) }),
    errors: [
      'COIN_BATCH_MISSING',
      'COIN_BATCH_DECIDED',
      'COIN_BATCH_OVER',
      'COIN_BATCH_WRONG',
      'COIN_HAND_NOT_YOURS',
    ],
  }),
  withdrawBatch: command({
    access: 'coin.hands',
    input: z.strictObject({ batchId: Id }),
    output: z.object({ state: z.enum(batchStates) }),
    errors: ['COIN_BATCH_MISSING', 'COIN_BATCH_DECIDED', 'COIN_HAND_NOT_YOURS'],
  }),
  decideBatch: command({
    access: 'coin.hands',
    input: decided.extend({ batchId: Id }),
    output: z.object({ state: z.enum(batchStates) }),
    errors: ['COIN_BATCH_MISSING', 'COIN_BATCH_DECIDED', 'COIN_BATCH_OVER', 'COIN_HAND_NOT_YOURS'],
  }),
  /** Writes one slice; while the answer says `applying`, the caller asks again. A timer carries on what nobody asks for. */
  carryOnBatch: command({
    access: 'coin.hands',
    idempotency: 'natural',
    input: z.strictObject({ batchId: Id }),
    output: BatchView,
    errors: ['COIN_BATCH_MISSING'],
    budget: { requests: 4_500, because: 'a slice writes up to a thousand lines, four requests each' },
  }),
}
