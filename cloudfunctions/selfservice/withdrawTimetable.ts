import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { isAhead } from '@domain/selfservice/timetable'
import { handle } from '@platform/context'
import { assertMay } from './drafts'
import { SHUTTLE_ID, shuttles, timetables } from './store'

/** Only before it begins, and with it whatever was made from it: all that was published after it. */
export const withdrawTimetable = handle(selfservice.withdrawTimetable, async (ctx, { versionId, reason }) => {
  await ctx.wechat.assertTextIsSafe(reason)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let withdrawn: string[] = []
  return ctx.transaction(
    async tx => {
      const version = await timetables.in(tx).require(versionId, 'SELFSERVICE_TIMETABLE_MISSING')
      assertMay(version, 'withdraw')
      const shuttle = await shuttles.in(tx).require(SHUTTLE_ID, 'SELFSERVICE_TIMETABLE_MISSING')
      const place = shuttle.published.findIndex(one => one.versionId === versionId)
      const hasBegun = !isAhead(version.effectiveOn ?? '', ctx.now)
      refuse(place === -1 || hasBegun, 'SELFSERVICE_TRANSITION_REFUSED')
      await shuttles.in(tx).put({ ...shuttle, published: shuttle.published.slice(0, place) })
      withdrawn = shuttle.published.slice(place).map(one => one.versionId)
      for (const later of shuttle.published.slice(place))
        await timetables.in(tx).update(later.versionId, {
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
      after: { state: 'withdrawn', reason, versions: withdrawn },
    }),
  )
})
