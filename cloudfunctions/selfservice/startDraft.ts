import { selfservice } from '@domain/selfservice/contract'
import { type EmployeeContext, handle } from '@platform/context'
import { SHUTTLE_ID, shuttles, type TimetableDocument, timetables } from './store'

/** There is one draft of the published timetable at a time; one of an older version stays, to be looked at and dropped. */
export const startDraft = handle(selfservice.startDraft, async ctx => {
  const latest = (await shuttles.get(SHUTTLE_ID))?.published.at(-1)
  const [open] = await timetables.find({
    where: { state: 'draft', source: 'edit', basedOn: latest?.versionId ?? null },
    orderBy: [['at', 'desc']],
    limit: 1,
    fields: ['_id'],
  })
  const base = open || !latest ? null : await timetables.get(latest.versionId)
  const draft = draftOf(ctx, base)
  return ctx.transaction(
    async tx => {
      if (open) return { versionId: open._id }
      await timetables.in(tx).insert(draft)
      return { versionId: draft._id }
    },
    open
      ? undefined
      : () => ({
          subject: `${timetables.name}/${draft._id}`,
          before: null,
          after: { basedOn: latest?.number ?? 0 },
        }),
  )
})

function draftOf(ctx: EmployeeContext, base: TimetableDocument | null): TimetableDocument {
  return {
    _id: ctx.newId('timetable'),
    state: 'draft',
    source: 'edit',
    basedOn: base?._id ?? null,
    number: 0,
    effectiveOn: null,
    note: '',
    revision: 1,
    agencies: base?.agencies ?? [],
    stops: base?.stops ?? [],
    services: base?.services ?? [],
    lines: base?.lines ?? [],
    changes: [],
    telling: null,
    by: ctx.employee.name,
    at: ctx.now,
    publishedAt: null,
  }
}
