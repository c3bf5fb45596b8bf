import { ApiError, api, isFinal, type Output, useQueryOf } from '@/api'

type Kept = Output<typeof api.selfservice.openTimetable>

/** The part of an answer that says how new it is. */
interface Told<T> {
  data?: T | undefined
  dataUpdatedAt: number
  error: unknown
}

/** What a page shows of a line: its own answer, or what came with the list of lines later; nothing once it is gone. */
function latest<T, Q extends Told<T>>(query: Q, home: Told<{ kept: Kept[] }>, lineId: string) {
  const kept = home.data?.kept.find(({ line }) => line.lineId === lineId)
  const isGone = query.error instanceof ApiError && isFinal(query.error)
  if (!kept || isGone || home.dataUpdatedAt <= query.dataUpdatedAt) return query
  return { ...query, data: kept, dataUpdatedAt: home.dataUpdatedAt }
}

/** The list of lines as it lies on the phone; it is not asked for. */
const useHome = () => useQueryOf(api.selfservice.openShuttle, {}, { enabled: false })

/** A line, also where there is no network and it was never opened. */
export function useLine(lineId: string) {
  return latest(useQueryOf(api.selfservice.openLine, { lineId }), useHome(), lineId)
}

/** A line's timetable, in the same way. */
export function useTimetable(lineId: string) {
  return latest(useQueryOf(api.selfservice.openTimetable, { lineId }), useHome(), lineId)
}
