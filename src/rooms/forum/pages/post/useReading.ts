import Taro, { usePageScroll } from '@tarojs/taro'
import { useRef } from 'react'
import { readDevice } from '@/ui/device/device'
import { measure } from '@/ui/measure/measure'
import { COMMENTS_ID } from './Comments'

/** Where the reader of a post is, and the way to its comments. */
export function useReading() {
  const scrolledPx = useRef(0)
  usePageScroll(({ scrollTop }) => {
    scrolledPx.current = scrollTop
  })
  /** How far the head of the comments is below the top of the window; undefined before they are drawn. */
  const headPx = async () => (await measure(COMMENTS_ID))[0]?.top
  return {
    /** Whether the reader is among the comments: what comes on top of them would push away what they read. */
    isAway: async () => ((await headPx()) ?? 0) < 0,
    toComments: async () => {
      const { statusBarPx, navPx } = readDevice()
      const head = (await headPx()) ?? 0
      await Taro.pageScrollTo({ scrollTop: scrolledPx.current + head - statusBarPx - navPx, duration: 220 })
    },
  }
}
