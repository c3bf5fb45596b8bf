import { selfservice } from '@domain/selfservice/contract'
import { clockOf } from '@domain/selfservice/departures'
import { inOrder, type Line } from '@domain/selfservice/network'
import { knownOf, problemsOfLine } from '@domain/selfservice/validity'
import { handle } from '@platform/context'
import { assertRight, editDraft } from './drafts'
import { entryOf } from './lineEntry'
import { documentIdOf, lines } from './store'

export const saveLine = handle(selfservice.saveLine, (ctx, { versionId, revision, line: given }) =>
  editDraft(ctx, { versionId, revision }, async (draft, tx) => {
    assertRight(problemsOfLine(given, knownOf(draft)))
    const directions = given.directions.map(way => ({ ...way, trips: inOrder(way.trips) }))
    const line = {
      _id: documentIdOf(versionId, given.lineId),
      versionId,
      line: { ...given, directions },
    }
    const entry = entryOf(line)
    const old = draft.lines.find(({ lineId }) => lineId === given.lineId)
    const written = old && (await lines.in(tx).get(old.documentId))?.line
    const all = old ? draft.lines.map(one => (one === old ? entry : one)) : [...draft.lines, entry]
    return { patch: { lines: all }, line, ...told(written, line.line) }
  }),
)

/** What the audit keeps: the line's own words, and the trips that were changed. */
function told(before: Line | undefined, after: Line) {
  const kept = new Set(before ? facesOf(before) : [])
  const made = new Set(facesOf(after))
  return {
    before: before ? { ...wordsOf(before), trips: facesOf(before).filter(face => !made.has(face)) } : null,
    after: { ...wordsOf(after), trips: facesOf(after).filter(face => !kept.has(face)) },
  }
}

const wordsOf = ({ lineId, name, path, note, agencyId }: Line) => ({ lineId, name, path, note, agencyId })

function facesOf({ directions }: Line): string[] {
  return directions.flatMap(({ directionId, stopIds, trips }) =>
    trips.map(({ tripId, serviceId, calls }) => {
      const way = calls.flatMap((call, at) => (call ? [`${stopIds[at]} ${clockOf(call[1])}`] : []))
      return `${tripId} ${directionId} ${serviceId}: ${way.join(', ')}`
    }),
  )
}
