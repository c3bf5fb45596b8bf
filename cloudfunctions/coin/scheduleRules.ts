import { coin } from '@domain/coin/contract'
import { isStartAllowed, storedRules } from '@domain/coin/ruling'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { refusingDuplicates } from '@platform/databaseErrors'
import { rulesOf } from './ruleDraft'
import { latestVersions } from './rules'
import { ruleVersions } from './store'

/**
 * Versions follow each other in number and in time: one is announced at a time, and of two that are announced at once
 * only one gets the number.
 */
export const scheduleRules = handle(coin.scheduleRules, async (ctx, { draft, startsAt, after, why }) => {
  const { employee, now } = ctx
  refuse(!isStartAllowed(startsAt, now), 'COIN_RULES_TOO_SOON')
  const known = await latestVersions()
  const version = (known[0]?.version ?? 1) + 1
  const rules = rulesOf(draft, version, startsAt)
  refuse(version !== after + 1, 'COIN_RULES_CHANGED')
  refuse(
    known.some(({ withdrawn, effectiveAt }) => withdrawn === null && effectiveAt > now),
    'COIN_RULES_SCHEDULED',
  )
  const document = storedRules({
    ...rules,
    by: { employeeId: employee.id, name: employee.name },
    why,
    announcedAt: now,
    withdrawn: null,
  })
  const { rows, happyHours, quarterBudget } = document
  return refusingDuplicates('COIN_RULES_CHANGED', () =>
    ctx.transaction(
      async tx => {
        await ruleVersions.in(tx).insert(document)
        return { version }
      },
      () => ({
        subject: `${ruleVersions.name}/${document._id}`,
        before: null,
        after: { startsAt, why, rows, happyHours, quarterBudget },
      }),
    ),
  )
})
