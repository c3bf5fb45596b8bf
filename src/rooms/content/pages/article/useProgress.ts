import { READ_TO_END } from '@domain/content/article'
import Taro, { usePageScroll, useUnload } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, useCommand } from '@/api'
import { measure } from '@/ui/measure/measure'

/** The words of the article on the page. */
export const BODY_ID = 'article-body'

/** How often the page is measured at most, while it moves. */
const MEASURED_MS = 150
/** From here on the title of the article has left the window, and stands in the bar instead. */
const TITLE_PX = 96
/** What covers the words at the bottom of the window. */
const BAR_PX = 72

/** How much of the words has come into sight, in percent; undefined before they are drawn. */
async function measureSeen(): Promise<number | undefined> {
  const { windowHeight } = Taro.getWindowInfo()
  const [body] = await measure(BODY_ID)
  if (!body || body.height === 0) return undefined
  const seen = (windowHeight - BAR_PX - body.top) / body.height
  return Math.round(Math.min(1, Math.max(0, seen)) * READ_TO_END)
}

/** Before the page has gone past the words by itself, and behind them until the reader comes back to them. */
type Passing = 'ahead' | 'behind'

function passingAfter(passing: Passing | null, seen: number): Passing | null {
  if (passing === null || seen >= READ_TO_END) return passing && 'behind'
  return passing === 'ahead' ? 'ahead' : null
}

/**
 * How far the reader has come in an article, now or ever before. The cloud hears of it when they open it, at the end of
 * the text, and when they leave.
 * @param known what the cloud knows; undefined until the article is there
 * @param passes whether the page goes to a comment by itself: what it passes then has not been read
 */
export function useProgress(articleId: string, known: number | null | undefined, passes = false) {
  const [progress, setProgress] = useState(0)
  const [noted, setNoted] = useState(false)
  const [isBelowTitle, setBelowTitle] = useState(false)
  const latest = useRef({
    ...{ progress: 0, sent: -1, isSending: false, isWanted: false, measuredAt: 0 },
    passing: passes ? ('ahead' as Passing) : null,
    hasMoved: false,
  })
  const command = useCommand(api.content.noteReading, {
    // Reading goes on without it: the next one says the same.
    onError: () => true,
    onDone: output => setNoted(output.progress >= READ_TO_END),
  })
  const { run } = command
  /** While one is under way the next one waits: what the cloud has heard, its answer says. */
  const send = useCallback(async () => {
    const state = latest.current
    state.isWanted = true
    if (state.isSending) return
    state.isSending = true
    while (state.isWanted && state.progress > state.sent) {
      state.isWanted = false
      const heard = await run({ articleId, progress: state.progress })
      state.sent = Math.max(state.sent, heard?.progress ?? 0)
    }
    state.isSending = false
    state.isWanted = false
  }, [articleId, run])
  const look = useCallback(async () => {
    const seen = await measureSeen()
    const state = latest.current
    if (seen === undefined) return
    if (state.hasMoved) state.passing = passingAfter(state.passing, seen)
    if ((state.hasMoved && state.passing !== null) || seen < state.progress) return
    state.progress = seen
    setProgress(seen)
    if (state.sent < 0 || seen >= READ_TO_END) void send()
  }, [send])
  useEffect(() => {
    if (known === undefined) return
    latest.current.progress = Math.max(latest.current.progress, known ?? 0)
    setProgress(latest.current.progress)
    if (known !== null && known >= READ_TO_END) setNoted(true)
    Taro.nextTick(() => void look())
  }, [known, look])
  usePageScroll(({ scrollTop }) => {
    setBelowTitle(scrollTop > TITLE_PX)
    latest.current.hasMoved = true
    const at = Date.now()
    if (at - latest.current.measuredAt < MEASURED_MS) return
    latest.current.measuredAt = at
    void look()
  })
  useUnload(() => void send())
  return { progress, noted, isBelowTitle }
}
