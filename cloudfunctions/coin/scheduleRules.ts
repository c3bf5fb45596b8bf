import { coin } from '@domain/coin/contract'
import { nextRuleState } from '@domain/coin/ruleReview'
import { isStartAllowed, statesOf, storedRules } from '@domain/coin/ruling'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { refusingDuplicates } from '@platform/databaseErrors'
import { notify } from '../notice/public'
import { reviewersFor } from './reviewing'
import { rulesOf } from './ruleDraft'
import { waitsForReview } from './ruleNotices'
import { latestVersions } from './rules'
import { askerOf } from './seconding'
import { ruleVersions } from './store'

/** So many of those who may agree hear of it; it waits for all of them. */
const TOLD_MAX = 5

/**
 * Versions follow each other in number and in time: one is proposed at a time, and of two that are proposed at once
 * only one gets the number. It waits for a second person.
 */
export const scheduleRules = handle(coin.scheduleRules, async (ctx, { draft, startsAt, after, why }) => {
  const { employee, now } = ctx
  refuse(!isStartAllowed(startsAt, now), 'COIN_RULES_TOO_SOON')
  const by = askerOf(employee, 'coin.rules')
  const [known, reviewers] = await Promise.all([latestVersions(), reviewersFor(by)])
  const version = (known[0]?.version ?? 1) + 1
  const rules = rulesOf(draft, version, startsAt)
  refuse(version !== after + 1, 'COIN_RULES_CHANGED')
  const open = statesOf(known, now).some(({ state }) => state === 'scheduled' || state === 'waiting')
  refuse(open, 'COIN_RULES_SCHEDULED')
  refuse(reviewers.length === 0, 'COIN_RULES_NO_SECOND')
  const proposed = { by, why, announcedAt: now, withdrawn: null, decision: null }
  const document = storedRules({
    ...rules,
    ...proposed,
    state: nextRuleState('none', 'propose') ?? 'waiting',
  })
  const { rows, happyHours, quarterBudget } = document
  return refusingDuplicates('COIN_RULES_CHANGED', () =>
    ctx.transaction(
      async tx => {
        await ruleVersions.in(tx).insert(document)
        for (const { employeeId } of reviewers.slice(0, TOLD_MAX))
          await notify(tx, waitsForReview(ctx, document, employeeId))
        return { version, reviewers: reviewers.map(({ name }) => name) }
      },
      () => ({
        subject: `${ruleVersions.name}/${document._id}`,
        before: null,
        after: { startsAt, why, rows, happyHours, quarterBudget },
      }),
    ),
  )
})
