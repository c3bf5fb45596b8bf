import { focusManager } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call } from './call'
import { type ApiError, apiErrorOf } from './error'
import type { Input, Output, QueryReference } from './reference'

interface TailOptions<R extends QueryReference> {
  /** False while there is nothing yet that could go on. */
  isOn: boolean
  /** Read anew for each question. */
  inputOf: () => Input<R>
  /** @returns whether there was anything new in it */
  onAnswer: (answer: Output<R>) => Promise<boolean>
  /** A question has failed. It is asked again all the same; nobody is told, for nobody asked. */
  onFailure?: (error: ApiError) => void
  /** How long to wait before the next question, after so many in a row without anything new. */
  pauseMs: (inVain: number) => number
}

/** Whether the page is on top and the app in front: a phone in a pocket asks nothing. */
function useIsInSight(): boolean {
  const [isOnTop, setOnTop] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  const isInFront = useSyncExternalStore(
    told => focusManager.subscribe(told),
    () => focusManager.isFocused(),
  )
  return isOnTop && isInFront
}

/**
 * Asks what is new while the page is in sight, soon after something came and ever less in silence. The answers are kept
 * by whoever asks: a question that fails is asked again later, and has to cover the time of the one that failed.
 */
export function useTail<R extends QueryReference>(reference: R, options: TailOptions<R>): void {
  const isInSight = useIsInSight()
  const latest = useRef(options)
  latest.current = options
  const { isOn } = options
  useEffect(() => {
    if (!isOn || !isInSight) return
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    let inVain = 0
    const ask = async () => {
      const isNew = await heardAnything(reference, latest.current)
      inVain = isNew ? 0 : inVain + 1
      if (!isOver) wait()
    }
    const wait = () => {
      timer = setTimeout(() => void ask(), latest.current.pauseMs(inVain))
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [reference, isOn, isInSight])
}

async function heardAnything<R extends QueryReference>(
  reference: R,
  { inputOf, onAnswer, onFailure }: TailOptions<R>,
): Promise<boolean> {
  try {
    return await onAnswer(await call(reference, inputOf()))
  } catch (thrown) {
    onFailure?.(apiErrorOf(thrown))
    return false
  }
}
