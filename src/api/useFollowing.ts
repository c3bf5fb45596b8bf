import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** The part of a query that asks again. */
interface Refreshable {
  refetch: (options?: { cancelRefetch?: boolean }) => Promise<unknown>
}

/** Asks again whenever the page comes into sight: for what others have moved on meanwhile. */
export function useRefreshOnShow({ refetch }: Refreshable): void {
  // The first sight finds the first call under way and joins it.
  useDidShow(() => void refetch({ cancelRefetch: false }))
}

/**
 * How long to wait before asking again, in ms, after the page was watched for so long: what is going to happen happens
 * soon, and a phone left lying open costs a call a minute.
 */
export function pollDelayMs(watchedMs: number): number {
  if (watchedMs < 2 * MINUTE_MS) return 5 * SECOND_MS
  return watchedMs < 10 * MINUTE_MS ? 15 * SECOND_MS : MINUTE_MS
}

/** Asks again every few seconds while the page is in sight: for what a colleague is about to do before one's eyes. */
export function usePolling({ refetch }: Refreshable, isOn: boolean): void {
  const [isInSight, setInSight] = useState(true)
  useDidShow(() => setInSight(true))
  useDidHide(() => setInSight(false))
  const ask = useRef(refetch)
  ask.current = refetch
  useEffect(() => {
    if (!isOn || !isInSight) return
    const since = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const wait = () => {
      timer = setTimeout(
        () => {
          void ask.current({ cancelRefetch: false }).finally(() => {
            if (!isOver) wait()
          })
        },
        pollDelayMs(Date.now() - since),
      )
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isOn, isInSight])
}
