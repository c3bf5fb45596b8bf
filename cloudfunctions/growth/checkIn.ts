import { growth } from '@domain/growth/contract'
import { dayInRow, streakAfter } from '@domain/growth/streak'
import { checkInTitle } from '@domain/growth/wording'
import { refuse } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { earn } from '../coin/public'
import { type StreakDocument, streaks } from './store'

/** The day is that of the first reception: whoever tapped at 23:59 has that day, also when the answer took longer. */
export const checkIn = handle(growth.checkIn, async ctx => {
  const employeeId = ctx.employee.id
  const on = dayOf(ctx.now)
  return ctx.transaction(async tx => {
    const before = await streaks.in(tx).get(employeeId)
    if (before?.lastOn === on) return answerOf(before)
    // A later day has been checked in meanwhile: this one can't be put before it any more.
    refuse(before !== null && before.lastOn > on, 'GROWTH_DAY_OVER')
    const day = dayInRow(before, on)
    const earned = await earn(tx, {
      employeeId,
      reason: 'growth.checkIn',
      sourceId: `${employeeId}.${on}`,
      day,
      title: checkInTitle(day),
      subject: null,
      at: ctx.now,
    })
    const after = { _id: employeeId, ...streakAfter(before, on, earned.amount), earned }
    await streaks.in(tx).put(after)
    return answerOf(after)
  })
})

function answerOf({ lastOn, day, longest, earned }: StreakDocument) {
  return { on: lastOn, daysInRow: day, longest, earned }
}
