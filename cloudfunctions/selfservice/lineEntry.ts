import type { LineDocument, LineEntry } from './store'

/** A line as the list of its version has it. */
export function entryOf({ _id, line }: LineDocument): LineEntry {
  const { lineId, name, path, agencyId, directions } = line
  const trips = directions.flatMap(direction => direction.trips)
  return {
    ...{ lineId, name, path, agencyId },
    documentId: _id,
    trips: trips.length,
    stopIds: [...new Set(directions.flatMap(({ stopIds }) => stopIds))],
    serviceIds: [...new Set(trips.map(({ serviceId }) => serviceId))],
  }
}
