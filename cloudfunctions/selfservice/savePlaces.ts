import { selfservice } from '@domain/selfservice/contract'
import { type Problem, problemsOfStops } from '@domain/selfservice/validity'
import { handle } from '@platform/context'
import { assertRight, editDraft } from './drafts'
import type { LineEntry } from './store'

export const savePlaces = handle(selfservice.savePlaces, (ctx, { agencies, stops, ...input }) =>
  editDraft(ctx, input, draft => {
    const stopIds = new Set(stops.map(({ stopId }) => stopId))
    const agencyIds = new Set(agencies.map(({ agencyId }) => agencyId))
    assertRight([
      ...problemsOfStops(stops),
      ...draft.lines.flatMap(line => missing(line, stopIds, agencyIds)),
    ])
    const before = { agencies: draft.agencies, stops: draft.stops }
    return { patch: { agencies, stops }, before, after: { agencies, stops } }
  }),
)

/** Whatever a line uses has to stay. */
function missing(line: LineEntry, stopIds: ReadonlySet<string>, agencyIds: ReadonlySet<string>): Problem[] {
  const path = `lines.${line.lineId}`
  const isStopGone = line.stopIds.some(stopId => !stopIds.has(stopId))
  return [
    ...(isStopGone ? [{ path, code: 'stopMissing' as const }] : []),
    ...(agencyIds.has(line.agencyId) ? [] : [{ path, code: 'agencyMissing' as const }]),
  ]
}
