import { Refusal, refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { mayAnswerClaim, yuanOf } from '@domain/selfservice/reimbursement'
import { handle } from '@platform/context'
import { holdersOf } from '../identity/public'
import { notify } from '../notice/public'
import { claims } from './store'

/** Whoever else is in finance sees it at the desk. */
const TOLD_MAX = 8

/** Somebody else's invoice is as good as none. Finance hears of it; the next import that takes it up settles it. */
export const answerClaim = handle(selfservice.answerClaim, async (ctx, { number, words }) => {
  await ctx.wechat.assertTextIsSafe(words)
  const { finance = [] } = await holdersOf(['finance'])
  return ctx.transaction(async tx => {
    const claim = await claims.in(tx).get(number)
    if (claim?.employeeId !== ctx.employee.id) throw new Refusal('SELFSERVICE_CLAIM_MISSING')
    refuse(!mayAnswerClaim(claim), 'SELFSERVICE_CLAIM_NOT_ASKED')
    const answers = [...claim.answers, { words, at: ctx.now }]
    await claims.in(tx).put({ ...claim, answers, answeredAt: ctx.now })
    for (const employeeId of finance.filter(id => id !== ctx.employee.id).slice(0, TOLD_MAX))
      await notify(tx, {
        _id: ctx.newId(`answer ${number} ${employeeId}`),
        employeeId,
        kind: 'todo',
        title: `${ctx.employee.name}补充了：${claim.subject}`,
        body: `${yuanOf(claim.amountFen)} 元，${words}`,
        at: ctx.now,
        target: { kind: 'claimDesk', id: number },
      })
    return { answeredAt: ctx.now }
  })
})
