import { onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiError, isFinal } from '@/api'
import { toast } from '@/ui/toast/store'
import { nextBatch, type Scan, withoutAnswered, withScan } from './scanQueue'

/** Runs when the network comes back and when the app comes to the front. */
function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const end = onlineManager.subscribe(isOnline => {
      if (isOnline) onReturn()
    })
    Taro.onAppShow(onReturn)
    return () => {
      end()
      Taro.offAppShow(onReturn)
    }
  }, [onReturn])
}

/** Sends a batch; undefined: the cloud was not reached, or refused. */
type Send = (scans: Scan[]) => Promise<unknown>

/**
 * Scans lie on this phone until the cloud has answered them, also when the page is left or the app is closed. Sending
 * one twice lets nobody in twice, so that nothing is asked before sending again.
 * @param key one queue for one door: `scans.<sessionId>`
 */
export function useScanQueue(key: string) {
  const [queue, setQueue] = useState<readonly Scan[]>(() => Taro.getStorageSync<Scan[]>(key) || [])
  const latest = useRef(queue)
  const keep = useCallback(
    (next: readonly Scan[]) => {
      latest.current = next
      if (next.length > 0) Taro.setStorageSync(key, next)
      else Taro.removeStorageSync(key)
      setQueue(next)
    },
    [key],
  )
  const answered = (results: readonly { code: string }[]) => keep(withoutAnswered(latest.current, results))
  const put = (code: string) => keep(withScan(latest.current, { code, scannedAt: Date.now() }))
  // Without a network the queue says what waits. A refusal for good would be one for ever: its scans are let go; of what
  // broke on our side nobody knows whether they were counted.
  const refused = (error: ApiError): boolean => {
    if (!isFinal(error)) return error.kind === 'retry'
    keep(withoutAnswered(latest.current, nextBatch(latest.current)))
    toast.show(error.message)
    return true
  }
  return { queue, latest, put, answered, refused }
}

/** Sends what waits: now, when the network comes back, and when the app comes to the front. */
export function useFlush({ latest }: Pick<ReturnType<typeof useScanQueue>, 'latest'>, send: Send) {
  const flush = useCallback(async () => {
    for (let left = latest.current; left.length > 0; left = latest.current) {
      if ((await send(nextBatch(left))) === undefined) return
    }
  }, [latest, send])
  useReturn(flush)
  useEffect(() => void flush(), [flush])
  return flush
}
