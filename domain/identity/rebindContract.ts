import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, EmployeeId, Id, Instant, line, Person, Reason } from '../kernel/schema'
import { REBINDS_WAITING_MAX } from './registration'

/** A code from WeChat's phone button; worth one reading of the number. */
export const PhoneCode = z.string().min(4).max(128)

export const Rebind = z.object({
  rebindId: z.string(),
  applicant: Person,
  /** 138****0426 */
  oldPhoneMasked: z.string(),
  newPhoneMasked: z.string(),
  reason: z.string(),
  askedAt: Instant,
  state: z.enum(['pending', 'approved', 'refused']),
})

/** Moving an account to another phone or WeChat. */
export const rebinds = {
  /** For somebody whose phone or WeChat changed. The answer is the same whether or not the data is right. */
  requestRebind: command({
    access: 'guest',
    // As registering: one id could lock one number after another, for the price of one attempt.
    idempotency: 'reception',
    input: z.strictObject({
      employeeId: EmployeeId,
      name: line(2, limits.nameMax),
      phoneCode: PhoneCode,
      reason: Reason,
      agreedPrivacyVersion: z.string().max(20),
    }),
    output: z.object({ received: z.literal(true) }),
    errors: [
      'IDENTITY_PRIVACY_NOT_AGREED',
      'IDENTITY_TOO_MANY_ATTEMPTS',
      'IDENTITY_ALREADY_REGISTERED',
      'IDENTITY_PHONE_UNVERIFIED',
      'IDENTITY_PHONE_ABROAD',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 14,
      because:
        'as registering; that it was asked is noted, the oldest request may give up its place, and the colleague who is bound is told of the new one',
    },
  }),
  /**
   * How the caller's last request stands. One that nobody could set down, because its data was wrong, waits like any
   * other, so that the answer tells nothing about the data.
   */
  openMyRebind: query({
    access: 'guest',
    input: z.strictObject({}),
    output: z.object({
      /**
       * `bound`: the account is somebody's, since HR agreed or they registered. `moved`: it was, until HR agreed to
       * another one in its place.
       */
      state: z.enum(['none', 'waiting', 'refused', 'moved', 'bound']),
      /** Why HR refused it. */
      reason: z.string().nullable(),
    }),
    errors: [],
  }),
  openRebind: query({
    access: 'identity.rebinds.decide',
    input: z.strictObject({ rebindId: Id }),
    output: z.object({
      rebind: Rebind,
      /** What others ask about the same account and waits as well; approving one refuses these. */
      others: z.array(Rebind.pick({ rebindId: true, newPhoneMasked: true, reason: true, askedAt: true })),
      /** How many requests about the same account gave up their place to those that wait. */
      replaced: Count,
      /** The working colleague with whom the new number stands on the roster; null: nobody else. */
      phoneHolder: Person.nullable(),
      now: Instant,
    }),
    errors: ['IDENTITY_REBIND_MISSING'],
    budget: { requests: 4, because: 'the caller and the request; what others ask, and who has the number' },
  }),
  /** Both numbers whole, to ask by voice whether it is the colleague; each look is kept, the numbers never. */
  openRebindPhones: command({
    access: 'identity.rebinds.decide',
    idempotency: 'natural',
    input: z.strictObject({ rebindId: Id }),
    output: z.object({ oldPhone: z.string(), newPhone: z.string() }),
    errors: ['IDENTITY_REBIND_MISSING', 'IDENTITY_REBIND_DECIDED'],
  }),
  decideRebind: command({
    access: 'identity.rebinds.decide',
    input: z.strictObject({ rebindId: Id, decision: z.enum(['approve', 'refuse']), reason: Reason }),
    output: z.object({ state: z.enum(['approved', 'refused']) }),
    errors: [
      'IDENTITY_REBIND_MISSING',
      'IDENTITY_REBIND_OWN',
      'IDENTITY_REBIND_DECIDED',
      'IDENTITY_REBIND_BLOCKED',
      'IDENTITY_REBIND_PHONE_TAKEN',
    ],
    budget: {
      requests: 14 + REBINDS_WAITING_MAX - 1,
      because:
        'who has the new number is looked up first, and whoever gives one takes a turn; request and employee change together, the applicant is told, what others asked is refused, whoever was bound before will read it, and what the account asked is done with',
    },
  }),
}
