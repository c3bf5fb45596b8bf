import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { isAhead } from '@domain/selfservice/timetable'
import { handle } from '@platform/context'
import { assertMay } from './drafts'
import { SHUTTLE_ID, shuttles, timetables } from './store'

/** Only the latest, and only before it begins: whatever came after it was made from it. */
export const withdrawTimetable = handle(selfservice.withdrawTimetable, async (ctx, { versionId, reason }) => {
  await ctx.wechat.assertTextIsSafe(reason)
  return ctx.transaction(
    async tx => {
      const version = await timetables.in(tx).require(versionId, 'SELFSERVICE_TIMETABLE_MISSING')
      assertMay(version, 'withdraw')
      const shuttle = await shuttles.in(tx).require(SHUTTLE_ID, 'SELFSERVICE_TIMETABLE_MISSING')
      const isLatest = shuttle.published.at(-1)?.versionId === versionId
      const hasBegun = !isAhead(version.effectiveOn ?? '', ctx.now)
      refuse(!isLatest || hasBegun, 'SELFSERVICE_TRANSITION_REFUSED')
      const published = shuttle.published.slice(0, -1)
      await shuttles.in(tx).put({ ...shuttle, published })
      await timetables.in(tx).update(versionId, {
        state: 'withdrawn',
        note: reason,
        telling: { kind: 'withdrawal', dueAt: ctx.now, line: 0, after: '' },
        by: ctx.employee.name,
        at: ctx.now,
      })
      return { withdrawn: true as const }
    },
    () => ({
      subject: `${timetables.name}/${versionId}`,
      before: { state: 'published' },
      after: { state: 'withdrawn', reason },
    }),
  )
})
