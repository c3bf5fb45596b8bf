import { SECOND_MS } from '@domain/kernel/time'
import { api, clockOffsetMs, useQueryOf, useServerNow } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { useAttendance } from './useAttendance'
import { statusNow } from './words'

/** A broadcast whose picture is on this page: who looks at it is there as well as on the broadcast's own page. */
export function useWatching(broadcastId: string) {
  const query = useQueryOf(api.live.openBroadcast, { broadcastId })
  const now = useServerNow(clockOffsetMs(query), 15 * SECOND_MS)
  const isLive = query.data !== undefined && statusNow(query.data.broadcast, now) === 'live'
  useAttendance(broadcastId, isLive, ({ earned }) => {
    if (!earned) return
    showEarned(earned)
    // The page below says what was earned.
    void query.refetch()
  })
  return query
}
