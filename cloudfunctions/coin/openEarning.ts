import { coin } from '@domain/coin/contract'
import { worthOn } from '@domain/coin/ledger'
import { earnReasons } from '@domain/coin/reasons'
import { handle } from '@platform/context'
import { accountOf } from './public'
import { currentRules } from './rules'

export const openEarning = handle(coin.openEarning, async ({ employee, now }) => {
  const [rules, account] = await Promise.all([currentRules(now), accountOf(employee.id)])
  return {
    experience: account.experience,
    ways: earnReasons.map(reason => {
      const { base, perDayMax, experience, perPair = null } = rules.earning[reason]
      const today = worthOn(account, reason, now)
      return {
        reason,
        base,
        cap: { perDay: perDayMax, earnedToday: today.amount },
        experience: {
          base: experience.base,
          cap: { perDay: experience.perDayMax, earnedToday: today.experience },
        },
        perPair,
      }
    }),
    hours: rules.happyHours.map(({ reasons, weekdays, ...hour }) => ({
      ...hour,
      reasons: [...reasons],
      weekdays: [...weekdays],
    })),
    now,
  }
})
