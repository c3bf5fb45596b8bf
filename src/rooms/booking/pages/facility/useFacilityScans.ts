import { useCallback, useState } from 'react'
import { api, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import type { ScanAnswer } from '../../ScanResults'
import { readCode, type Scan } from '../../scanQueue'
import { useFlush, useScanQueue } from '../../useScanQueue'
import { answerOf } from '../desk/useDeskScans'

/** So many answers are kept in sight. */
const SHOWN_MAX = 3

/** Lets people in by ticket, digits or a tap on the list, with or without a network. */
export function useFacilityScans(facilityId: string) {
  const scans = useScanQueue(`scans.${facilityId}`)
  const [results, setResults] = useState<readonly ScanAnswer[]>([])
  const { run } = useCommand(api.booking.checkInAtFacility, {
    outdates: facilityQueries,
    onDone: ({ results: answered }) => {
      scans.answered(answered)
      setResults(before => [...answered.map(answerOf).reverse(), ...before].slice(0, SHOWN_MAX))
    },
    onError: scans.refused,
  })
  const send = useCallback((batch: Scan[]) => run({ facilityId, scans: batch }), [run, facilityId])
  const flush = useFlush(scans, send)
  const enter = async (code: string) => {
    scans.put(code)
    await flush()
  }
  const scan = async (text: string): Promise<boolean> => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show('这不是入场码，请对方打开自己的券')
      return false
    }
    await enter(code)
    return true
  }
  const held: ReadonlySet<string> = new Set(scans.queue.map(({ code }) => code))
  return { waiting: scans.queue.length, held, results, scan, enter, flush }
}

export type FacilityScans = ReturnType<typeof useFacilityScans>
