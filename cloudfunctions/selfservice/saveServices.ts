import { selfservice } from '@domain/selfservice/contract'
import { problemsOfServices } from '@domain/selfservice/validity'
import { handle } from '@platform/context'
import { assertRight, editDraft } from './drafts'

export const saveServices = handle(selfservice.saveServices, (ctx, { services, ...input }) =>
  editDraft(ctx, input, draft => {
    const known = new Set(services.map(({ serviceId }) => serviceId))
    const orphaned = draft.lines.filter(({ serviceIds }) => serviceIds.some(id => !known.has(id)))
    assertRight([
      ...problemsOfServices(services),
      ...orphaned.map(({ lineId }) => ({ path: `lines.${lineId}`, code: 'serviceMissing' as const })),
    ])
    return { patch: { services }, before: draft.services, after: services }
  }),
)
