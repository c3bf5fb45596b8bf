import { Refusal, refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { mayAnswerClaim } from '@domain/selfservice/reimbursement'
import { handle } from '@platform/context'
import { claims } from './store'

/** Somebody else's invoice is as good as none. */
export const answerClaim = handle(selfservice.answerClaim, async (ctx, { number, words }) => {
  await ctx.wechat.assertTextIsSafe(words)
  return ctx.transaction(async tx => {
    const claim = await claims.in(tx).get(number)
    if (claim?.employeeId !== ctx.employee.id) throw new Refusal('SELFSERVICE_CLAIM_MISSING')
    refuse(!mayAnswerClaim(claim), 'SELFSERVICE_CLAIM_NOT_ASKED')
    const answers = [...claim.answers, { words, at: ctx.now }]
    await claims.in(tx).put({ ...claim, answers, answeredAt: ctx.now })
    return { answeredAt: ctx.now }
  })
})
