import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { assertMay } from './drafts'
import { timetables } from './store'

export const dropDraft = handle(selfservice.dropDraft, (ctx, { versionId }) =>
  ctx.transaction(
    async tx => {
      const draft = await timetables.in(tx).require(versionId, 'SELFSERVICE_TIMETABLE_MISSING')
      assertMay(draft, 'drop')
      await timetables.in(tx).update(versionId, { state: 'dropped', at: ctx.now })
      return { dropped: true as const }
    },
    () => ({
      subject: `${timetables.name}/${versionId}`,
      before: { state: 'draft' },
      after: { state: 'dropped' },
    }),
  ),
)
