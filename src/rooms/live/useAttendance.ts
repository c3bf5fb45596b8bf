import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { SLOT_MINUTES } from '@domain/live/presence'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { api, call, type Output } from '@/api'

type Answer = Output<typeof api.live.attend>

/** Thousands who wait for the same second don't all say so in it. */
const SPREAD_MS = 8 * SECOND_MS

/** Not heard: long before the five minutes are over it is said again. */
const AGAIN_MS = 30 * SECOND_MS

/**
 * Says that somebody is there, soon after they came and every five minutes, while the page is in sight.
 * @returns says so at once: for who leaves for where the picture is, and may not be back
 */
export function useAttendance(
  broadcastId: string,
  isOn: boolean,
  onAnswer: (answer: Answer) => void,
): () => void {
  const [isInSight, setInSight] = useState(true)
  useDidShow(() => setInSight(true))
  useDidHide(() => setInSight(false))
  const told = useRef(onAnswer)
  told.current = onAnswer
  useEffect(() => {
    if (!isOn || !isInSight) return
    let isOver = false
    let timer = setTimeout(() => void say(), Math.random() * SPREAD_MS)
    const say = async () => {
      const answer = await call(api.live.attend, { broadcastId }).catch(() => null)
      if (isOver) return
      if (answer) told.current(answer)
      timer = setTimeout(() => void say(), answer ? SLOT_MINUTES * MINUTE_MS : AGAIN_MS)
    }
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [broadcastId, isOn, isInSight])
  return () => {
    if (isOn)
      call(api.live.attend, { broadcastId }).then(
        answer => told.current(answer),
        () => undefined,
      )
  }
}
