import { refuse } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { mayBeginOn, stillNeeded } from '@domain/selfservice/timetable'
import { handle } from '@platform/context'
import { assertRight, draftIn, requireTimetable } from './drafts'
import { isStale, outlookOf } from './publishing'
import { SHUTTLE_ID, shuttles, timetables } from './store'

/**
 * One step: the draft's lines are written already, so that a version either counts whole or not at all. Publishing
 * takes turns on the list of versions.
 */
export const publishDraft = handle(selfservice.publishDraft, async (ctx, input) => {
  const { versionId, effectiveOn, note } = input
  const draft = await requireTimetable(versionId)
  const { changes, problems } = await outlookOf(draft)
  await ctx.wechat.assertTextIsSafe(note)
  const today = dayOf(ctx.now)
  return ctx.transaction(
    async tx => {
      const current = await draftIn(tx, input, 'publish')
      const shuttle = (await shuttles.in(tx).get(SHUTTLE_ID)) ?? { _id: SHUTTLE_ID, number: 0, published: [] }
      refuse(isStale(current, shuttle), 'SELFSERVICE_TIMETABLE_STALE')
      // What was looked at before the transaction is what is published: nothing of it has changed since.
      refuse(current.revision !== draft.revision, 'SELFSERVICE_DRAFT_CHANGED')
      assertRight(problems)
      refuse(!mayBeginOn(effectiveOn, shuttle.published, today), 'SELFSERVICE_DATE_WRONG', ['effectiveOn'])
      const number = shuttle.number + 1
      const published = [...stillNeeded(shuttle.published, today), { versionId, number, effectiveOn }]
      await shuttles.in(tx).put({ _id: SHUTTLE_ID, number, published })
      await timetables.in(tx).update(versionId, {
        state: 'published',
        ...{ number, effectiveOn, note, changes },
        telling: changes.length === 0 ? null : { kind: 'change', dueAt: ctx.now, line: 0, after: '' },
        by: ctx.employee.name,
        at: ctx.now,
        publishedAt: ctx.now,
      })
      return { number, effectiveOn }
    },
    () => ({
      subject: `${timetables.name}/${versionId}`,
      before: { state: draft.state },
      after: { state: 'published', effectiveOn, note, changes },
    }),
  )
})
