import { assertDecidable } from '@domain/forum/deciding'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import type { Ruling } from './rulings'
import { type ReviewDocument, reviews } from './store'
import { type Thing, thingOf } from './subjects'

interface Asked {
  reviewId: string
  /** What the moderator has read. */
  version: number
  state: 'open' | 'appealed'
  reason: string
  /** What the audit says of it beside the reason. */
  decided: Record<string, unknown>
}

/**
 * Carries out what a moderator says about a review, in the command's one transaction and only on what the moderator
 * has read.
 * @throws Refusal FORUM_REVIEW_MISSING and what `assertDecidable` refuses
 */
export function ruleOn<T>(
  ctx: EmployeeContext,
  { reviewId, version, state, reason, decided }: Asked,
  rule: (tx: Transaction, review: ReviewDocument, thing: Thing, ruling: Ruling) => Promise<T>,
): Promise<T> {
  const { employee, now } = ctx
  const by = { employeeId: employee.id, name: employee.name }
  const ruling = { reason, by, at: now, noticeId: ctx.newId('notice') }
  return ctx.transaction(
    async tx => {
      const review = await reviews.in(tx).require(reviewId, 'FORUM_REVIEW_MISSING')
      assertDecidable(review, { version, state, moderator: employee })
      return rule(tx, review, await thingOf(review, tx), ruling)
    },
    () => ({
      subject: `${reviews.name}/${reviewId}`,
      before: { state, version },
      after: { state: 'decided', ...decided, reason },
    }),
  )
}
