import { useCallback, useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { readCode, type Scan } from '../../scanQueue'
import { useFlush, useScanQueue } from '../../useScanQueue'

type Answer = Output<typeof api.booking.checkIn>
export type ScanResult = Answer['results'][number]

/** So many answers are kept in sight. */
const SHOWN_MAX = 5

/**
 * Lets people in by their codes, with or without a network: each scan is put down with its time and sent as soon as
 * the cloud can be reached.
 */
export function useScans(sessionId: string) {
  const scans = useScanQueue(`scans.${sessionId}`)
  const [results, setResults] = useState<readonly ScanResult[]>([])
  const [counts, setCounts] = useState<Pick<Answer, 'attended' | 'expected'>>()
  const { run } = useCommand(api.booking.checkIn, {
    outdates: [api.booking.listAttendees],
    onDone: ({ results: answered, attended, expected }) => {
      scans.answered(answered)
      setResults(before => [...[...answered].reverse(), ...before].slice(0, SHOWN_MAX))
      setCounts({ attended, expected })
    },
    onError: scans.refused,
  })
  const send = useCallback((batch: Scan[]) => run({ sessionId, scans: batch }), [run, sessionId])
  const flush = useFlush(scans, send)
  const scan = async (text: string): Promise<boolean> => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show('这不是入场码，请对方打开入场券')
      return false
    }
    scans.put(code)
    await flush()
    return true
  }
  return { waiting: scans.queue.length, results, counts, scan, flush }
}
