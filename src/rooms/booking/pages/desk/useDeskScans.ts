import { useCallback, useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { slotTime } from '../../centre/slotWords'
import { deskQueries } from '../../outdated'
import type { ScanAnswer } from '../../ScanResults'
import { readCode, type Scan } from '../../scanQueue'
import { useFlush, useScanQueue } from '../../useScanQueue'

type Result = Output<typeof api.booking.checkInVisitors>['results'][number]

/** So many answers are kept in sight. */
const SHOWN_MAX = 3

/** The hour is said where the ticket is for another. */
export function answerOf({ code, name, party, outcome, startsAt }: Result): ScanAnswer {
  const answer = { code, name, party, outcome }
  return outcome === 'notOpen' && startsAt !== null ? { ...answer, hour: slotTime(startsAt) } : answer
}

/** Lets visitors in at a centre's desk by ticket, digits or a tap on the list, with or without a network. */
export function useDeskScans(centreId: string) {
  const scans = useScanQueue(`scans.${centreId}`)
  const [results, setResults] = useState<readonly ScanAnswer[]>([])
  const { run } = useCommand(api.booking.checkInVisitors, {
    outdates: deskQueries,
    onDone: ({ results: answered }) => {
      scans.answered(answered)
      setResults(before => [...answered.map(answerOf).reverse(), ...before].slice(0, SHOWN_MAX))
    },
    onError: scans.refused,
  })
  const send = useCallback((batch: Scan[]) => run({ centreId, scans: batch }), [run, centreId])
  const flush = useFlush(scans, send)
  const enter = async (code: string) => {
    scans.put(code)
    await flush()
  }
  const scan = async (text: string): Promise<boolean> => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show('这不是入场码，请对方打开参观券')
      return false
    }
    await enter(code)
    return true
  }
  const held: ReadonlySet<string> = new Set(scans.queue.map(({ code }) => code))
  return { waiting: scans.queue.length, held, results, scan, enter, flush }
}

export type DeskScans = ReturnType<typeof useDeskScans>
