import { coin } from '@domain/coin/contract'
import { nextRuleState, type RuleState, ruleStateOf, ruleTable } from '@domain/coin/ruleReview'
import { isAhead, versionId } from '@domain/coin/ruling'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { mayReview } from './reviewing'
import { settleReview, whatBecame } from './ruleNotices'
import { ruleVersions } from './store'

/** The second person's word on a version. What is refused, or agreed to too late, never counts. */
export const decideRules = handle(coin.decideRules, async (ctx, { version, decision, reason }) => {
  const { employee, now } = ctx
  const asked = await ruleVersions.require(versionId(version), 'COIN_RULES_MISSING')
  refuse(!(await mayReview(employee, asked.by)), 'COIN_RULES_NOT_YOURS')
  const state = ruleTable[decision].to as Extract<RuleState, 'approved' | 'refused'>
  const result = await ctx.transaction(
    async tx => {
      const found = await ruleVersions.in(tx).require(asked._id, 'COIN_RULES_MISSING')
      refuse(nextRuleState(ruleStateOf(found), decision) === null, 'COIN_RULES_DECIDED')
      refuse(decision === 'approve' && !isAhead(found, now), 'COIN_RULES_LATE')
      const word = { byId: employee.id, byName: employee.name, at: now, reason }
      await ruleVersions.in(tx).update(found._id, { state, decision: word })
      await notify(tx, whatBecame(ctx, found, { state, reason }))
      return { state }
    },
    () => ({
      subject: `${ruleVersions.name}/${asked._id}`,
      before: { state: 'waiting' },
      after: { state, reason },
    }),
  )
  await settleReview(version, now)
  return result
})
