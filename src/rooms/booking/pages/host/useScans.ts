import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { nextBatch, readCode, type Scan, withoutAnswered, withScan } from '../../scanQueue'

type Answer = Output<typeof api.booking.checkIn>
export type ScanResult = Answer['results'][number]

/** So many answers are kept in sight. */
const SHOWN_MAX = 5

const placeOf = (sessionId: string) => `scans.${sessionId}`

/** Scans lie on this phone until the cloud has answered them, also when the page is left or the app is closed. */
function useQueue(sessionId: string) {
  const place = placeOf(sessionId)
  const [queue, setQueue] = useState<readonly Scan[]>(() => Taro.getStorageSync<Scan[]>(place) || [])
  const latest = useRef(queue)
  const keep = useCallback(
    (next: readonly Scan[]) => {
      latest.current = next
      if (next.length > 0) Taro.setStorageSync(place, next)
      else Taro.removeStorageSync(place)
      setQueue(next)
    },
    [place],
  )
  return { queue, latest, keep }
}

/** Runs when the network comes back and when the app comes to the front. */
function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const online = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) onReturn()
    }
    Taro.onNetworkStatusChange(online)
    Taro.onAppShow(onReturn)
    return () => {
      Taro.offNetworkStatusChange(online)
      Taro.offAppShow(onReturn)
    }
  }, [onReturn])
}

/**
 * Lets people in by their codes, with or without a network: each scan is put down with its time and sent as soon as
 * the cloud can be reached. Sending one twice lets nobody in twice, so that nothing is asked before sending again.
 */
export function useScans(sessionId: string) {
  const { queue, latest, keep } = useQueue(sessionId)
  const [results, setResults] = useState<readonly ScanResult[]>([])
  const [counts, setCounts] = useState<Pick<Answer, 'attended' | 'expected'>>()
  const { run } = useCommand(api.booking.checkIn, {
    outdates: [api.booking.listAttendees],
    onDone: ({ results: answered, attended, expected }) => {
      keep(withoutAnswered(latest.current, answered))
      setResults(before => [...[...answered].reverse(), ...before].slice(0, SHOWN_MAX))
      setCounts({ attended, expected })
    },
    // Without a network the queue says what waits. A refusal is for good: its scans would be refused for ever.
    onError: ({ kind, message }) => {
      if (kind === 'retry') return true
      keep(withoutAnswered(latest.current, nextBatch(latest.current)))
      toast.show(message)
      return true
    },
  })
  const flush = useCallback(async () => {
    for (let left = latest.current; left.length > 0; left = latest.current) {
      if ((await run({ sessionId, scans: nextBatch(left) })) === undefined) return
    }
  }, [latest, run, sessionId])
  useReturn(flush)
  useEffect(() => void flush(), [flush])
  const scan = async (text: string): Promise<boolean> => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show('这不是入场码，请对方打开入场券')
      return false
    }
    keep(withScan(latest.current, { code, scannedAt: Date.now() }))
    await flush()
    return true
  }
  return { waiting: queue.length, results, counts, scan, flush }
}
