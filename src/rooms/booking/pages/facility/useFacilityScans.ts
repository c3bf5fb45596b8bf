import { useCallback } from 'react'
import { api, useCommand } from '@/api'
import { facilityQueries } from '../../outdated'
import type { DoorList, Scan } from '../../scanQueue'
import { slotAnswerOf } from '../../slotAnswer'
import { useDoorScans, useScanned } from '../../useDoorScans'

/** Lets people in at a gym or a venue. */
export function useFacilityScans(facilityId: string, list: DoorList) {
  const scanned = useScanned(facilityId, slotAnswerOf)
  const { run } = useCommand(api.booking.checkInAtFacility, {
    outdates: facilityQueries,
    ...scanned.outcomes,
  })
  const letIn = useCallback((scans: Scan[]) => run({ facilityId, scans }), [run, facilityId])
  return useDoorScans({ scanned, letIn, notACode: '这不是入场码，请对方打开自己的券', list })
}
