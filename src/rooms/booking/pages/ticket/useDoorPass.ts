import { useCallback } from 'react'
import { api, useCommand } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { toast } from '@/ui/toast/store'
import { placeQueries } from '../../outdated'
import { readCode, type Scan } from '../../scanQueue'
import { useFlush, useScanQueue } from '../../useScanQueue'

/**
 * Lets oneself in by the poster at the door. What was scanned lies on this phone with its time until the cloud has
 * answered, as a host's scans do.
 */
export function useDoorPass(sessionId: string) {
  const scans = useScanQueue(`scans.door.${sessionId}`)
  const { run } = useCommand(api.booking.checkInAtDoor, {
    outdates: placeQueries,
    onDone: ({ earned, claimed }, { doorCode }) => {
      scans.answered([{ code: doorCode }])
      if (claimed) toast.show('活动已经结束，告诉会长你扫过码了，确认了就补记')
      else if (earned) showEarned(earned)
      else toast.show('签到了，玩得开心')
    },
    onError: scans.refused,
  })
  const send = useCallback(
    async ([scan]: Scan[]) =>
      scan && (await run({ sessionId, doorCode: scan.code, scannedAt: scan.scannedAt })),
    [run, sessionId],
  )
  const flush = useFlush(scans, send)
  const enter = async (text: string) => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show('这不是门口的签到码')
      return
    }
    scans.put(code)
    await flush()
  }
  return { isWaiting: scans.queue.length > 0, enter, flush }
}
