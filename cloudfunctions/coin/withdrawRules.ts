import { coin } from '@domain/coin/contract'
import { mayWithdraw, versionId } from '@domain/coin/ruling'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { ruleVersions } from './store'

export const withdrawRules = handle(coin.withdrawRules, (ctx, { version, why }) =>
  ctx.transaction(
    async tx => {
      const found = await ruleVersions.in(tx).require(versionId(version), 'COIN_RULES_MISSING')
      refuse(!mayWithdraw(found, ctx.now), 'COIN_RULES_BEGUN')
      await ruleVersions.in(tx).update(found._id, { withdrawn: { byId: ctx.employee.id, at: ctx.now, why } })
      return { state: 'withdrawn' as const }
    },
    () => ({
      subject: `${ruleVersions.name}/${versionId(version)}`,
      before: { withdrawn: false },
      after: { withdrawn: true, why },
    }),
  ),
)
