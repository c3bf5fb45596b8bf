import { coin } from '@domain/coin/contract'
import { nextRuleState, ruleStateOf } from '@domain/coin/ruleReview'
import { isAhead, versionId } from '@domain/coin/ruling'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { settleReview, whatBecame } from './ruleNotices'
import { ruleVersions } from './store'

/** Whoever proposed it hears of it where somebody else takes it back. */
export const withdrawRules = handle(coin.withdrawRules, async (ctx, { version, why }) => {
  const { employee, now } = ctx
  const result = await ctx.transaction(
    async tx => {
      const found = await ruleVersions.in(tx).require(versionId(version), 'COIN_RULES_MISSING')
      const isMine = found.by.employeeId === employee.id
      const was = ruleStateOf(found)
      const state = nextRuleState(was, was === 'waiting' ? 'withdraw' : 'callOff')
      refuse(state === null || !isAhead(found, now), 'COIN_RULES_BEGUN')
      refuse(was === 'waiting' && !isMine, 'COIN_RULES_NOT_YOURS')
      const withdrawn = { byId: employee.id, at: now, why }
      await ruleVersions.in(tx).update(found._id, { state: 'withdrawn', withdrawn })
      if (!isMine) await notify(tx, whatBecame(ctx, found, { state: 'withdrawn', reason: why }))
      return { state: 'withdrawn' as const }
    },
    () => ({
      subject: `${ruleVersions.name}/${versionId(version)}`,
      before: { withdrawn: false },
      after: { withdrawn: true, why },
    }),
  )
  await settleReview(version, now)
  return result
})
