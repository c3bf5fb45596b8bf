import { useCallback } from 'react'
import { api, useCommand } from '@/api'
import { deskQueries } from '../../outdated'
import type { DoorList, Scan } from '../../scanQueue'
import { slotAnswerOf } from '../../slotAnswer'
import { useDoorScans, useScanned } from '../../useDoorScans'

/** Lets visitors in at a centre's desk. */
export function useDeskScans(centreId: string, list: DoorList) {
  const scanned = useScanned(centreId, slotAnswerOf)
  const { run } = useCommand(api.booking.checkInVisitors, { outdates: deskQueries, ...scanned.outcomes })
  const letIn = useCallback((scans: Scan[]) => run({ centreId, scans }), [run, centreId])
  return useDoorScans({ scanned, letIn, notACode: '这不是入场码，请对方打开入场券', list })
}
