import { useCallback, useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import type { Scan } from '../../scanQueue'
import { useDoorScans, useScanned } from '../../useDoorScans'

type Answer = Output<typeof api.booking.checkIn>

/** Lets people in at the door of a session, and counts them. */
export function useScans(sessionId: string) {
  const scanned = useScanned(sessionId, (result: Answer['results'][number]) => result)
  const [counts, setCounts] = useState<Pick<Answer, 'attended' | 'expected'>>()
  const { run } = useCommand(api.booking.checkIn, {
    outdates: [api.booking.listAttendees],
    onDone: answer => {
      scanned.outcomes.onDone(answer)
      setCounts({ attended: answer.attended, expected: answer.expected })
    },
    onError: scanned.outcomes.onError,
  })
  const letIn = useCallback((scans: Scan[]) => run({ sessionId, scans }), [run, sessionId])
  return { ...useDoorScans({ scanned, letIn, notACode: '这不是入场码，请对方打开入场券' }), counts }
}
