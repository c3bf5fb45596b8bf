import { useCallback } from 'react'
import { api, type Output, useCommand } from '@/api'
import type { DoorList, Scan } from '../../scanQueue'
import { useDoorScans, useScanned } from '../../useDoorScans'

type Answer = Output<typeof api.booking.checkIn>

/** Lets people in at the door of a session. */
export function useScans(sessionId: string, list: DoorList) {
  const scanned = useScanned(sessionId, (result: Answer['results'][number]) => result)
  const { run } = useCommand(api.booking.checkIn, {
    outdates: [api.booking.listAttendees],
    ...scanned.outcomes,
  })
  const letIn = useCallback((scans: Scan[]) => run({ sessionId, scans }), [run, sessionId])
  return useDoorScans({ scanned, letIn, notACode: '这不是入场码，请对方打开入场券', list })
}
