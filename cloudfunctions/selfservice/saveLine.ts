import { selfservice } from '@domain/selfservice/contract'
import { inOrder } from '@domain/selfservice/network'
import { knownOf, problemsOfLine } from '@domain/selfservice/validity'
import { handle } from '@platform/context'
import { assertRight, editDraft, entryOf } from './drafts'
import { documentIdOf } from './store'

export const saveLine = handle(selfservice.saveLine, (ctx, { versionId, revision, line: given }) =>
  editDraft(ctx, { versionId, revision }, draft => {
    assertRight(problemsOfLine(given, knownOf(draft)))
    const directions = given.directions.map(way => ({ ...way, trips: inOrder(way.trips) }))
    const line = {
      _id: documentIdOf(versionId, given.lineId),
      versionId,
      line: { ...given, directions },
    }
    const entry = entryOf(line)
    const before = draft.lines.find(({ lineId }) => lineId === given.lineId) ?? null
    const rest = draft.lines.map(one => (one.lineId === given.lineId ? entry : one))
    return { patch: { lines: before ? rest : [...draft.lines, entry] }, line, before, after: entry }
  }),
)
