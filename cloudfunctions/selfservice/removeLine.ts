import { Refusal } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { editDraft } from './drafts'

export const removeLine = handle(selfservice.removeLine, (ctx, { lineId, ...input }) =>
  editDraft(ctx, input, draft => {
    const before = draft.lines.find(line => line.lineId === lineId)
    if (!before) throw new Refusal('SELFSERVICE_LINE_MISSING')
    return { patch: { lines: draft.lines.filter(line => line !== before) }, before, after: null }
  }),
)
