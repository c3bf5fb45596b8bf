import { ATTEMPTS_WINDOW_MS, type Attempt, attemptAgainAt, countAttempt } from '@domain/identity/attempts'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { GuestContext } from '@platform/context'
import { transaction } from '@platform/transaction'
import { attempts } from './store'

/** What somebody sends who wants to prove to be a colleague. */
interface Claim {
  employeeId: string
  phoneCode: string
  agreedPrivacyVersion: string
  reason?: string
}

/**
 * Everything that comes before a claim is compared with the roster: consent, standing, whether there is an attempt left,
 * the phone number that WeChat vouches for, which is paid for, its check of the words, and last the count of attempts:
 * what was never compared guesses nothing. Five requests.
 *
 * Whoever has left may come back under another number; as whom they left they may not.
 *
 * @returns the phone number
 * @throws Refusal IDENTITY_PRIVACY_NOT_AGREED, IDENTITY_ALREADY_REGISTERED, IDENTITY_LEFT,
 *   IDENTITY_PHONE_UNVERIFIED, IDENTITY_PHONE_ABROAD, CONTENT_REJECTED, CONTENT_CHECK_UNAVAILABLE,
 *   IDENTITY_TOO_MANY_ATTEMPTS
 */
export async function verifiedPhone(ctx: GuestContext, claim: Claim): Promise<string> {
  refuse(claim.agreedPrivacyVersion !== PRIVACY_VERSION, 'IDENTITY_PRIVACY_NOT_AGREED')
  refuse(ctx.caller.standing === 'employee', 'IDENTITY_ALREADY_REGISTERED')
  const { caller } = ctx
  refuse(caller.standing === 'left' && caller.employee.id === claim.employeeId, 'IDENTITY_LEFT')
  const windows = [`openid.${ctx.openid}`, `employee.${claim.employeeId}`]
  await assertAttemptsLeft(windows, attemptOf(ctx))
  const phone = await ctx.wechat.phoneNumber(claim.phoneCode)
  if (claim.reason !== undefined) await ctx.wechat.assertTextIsSafe(claim.reason)
  await countAttempts(windows, attemptOf(ctx))
  return phone
}

/** By the clock of this execution: a retry keeps the time of reception, which may be long ago. */
const attemptOf = ({ receiptId }: GuestContext): Attempt => ({ at: Date.now(), by: receiptId })

/** Spares WeChat's answer for what `countAttempts` would refuse. One request. */
async function assertAttemptsLeft(windows: readonly string[], attempt: Attempt): Promise<void> {
  const found = await attempts.find({ where: { _id: _.in([...windows]) }, limit: windows.length })
  for (const { attempts: earlier } of found) counted(earlier, attempt)
}

/** Counts in one transaction, so that of many attempts at once no more than the limit get through. */
async function countAttempts(windows: readonly string[], attempt: Attempt): Promise<void> {
  await transaction(async tx => {
    for (const _id of windows) {
      const earlier = (await attempts.in(tx).get(_id))?.attempts ?? []
      await attempts.in(tx).put({
        ...{ _id, attempts: counted(earlier, attempt) },
        expiresAt: attempt.at + ATTEMPTS_WINDOW_MS,
      })
    }
  })
}

/** The attempts of a window after one more. */
function counted(earlier: readonly Attempt[], attempt: Attempt): Attempt[] {
  const after = countAttempt(earlier, attempt)
  if (after !== null) return after
  throw new Refusal('IDENTITY_TOO_MANY_ATTEMPTS', undefined, attemptAgainAt(earlier, attempt.at))
}

/** Forgets windows in which nothing counts any more; a timer calls it. */
export async function removeExpiredAttempts(now: Instant): Promise<number> {
  return attempts.removeWhere({ expiresAt: _.lt(now) })
}
