import { tailPauseMs } from '@domain/forum/conversation'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { api, call } from '@/api'
import type { News } from './useConversation'

interface TailOptions {
  postId: string
  /** The server's time of the answer that the page shows; undefined while there is none. */
  openedAt: number | undefined
  /** @returns how much of it was new */
  onNews: (news: News) => Promise<number>
  /** Too much has happened to be told bit by bit. */
  onStale: () => void
}

/** Whether the page is on top and the app in front: the phone in a pocket asks nothing. */
function useIsShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Asks what is new under a post while it is looked at: every five seconds while people talk, ever less in silence. */
export function useTail({ postId, openedAt, onNews, onStale }: TailOptions): void {
  const shown = useIsShown()
  const told = useRef({ onNews, onStale })
  told.current = { onNews, onStale }
  const since = useRef(0)
  if (openedAt !== undefined) since.current = Math.max(since.current, openedAt)
  const isOpen = openedAt !== undefined

  useEffect(() => {
    if (!shown || !isOpen) return
    let timer: ReturnType<typeof setTimeout>
    let over = false
    let inVain = 0
    const ask = async () => {
      inVain = (await hearTail(postId, since, told.current)) > 0 ? 0 : inVain + 1
      if (!over) timer = setTimeout(() => void ask(), tailPauseMs(inVain))
    }
    timer = setTimeout(() => void ask(), tailPauseMs(inVain))
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [postId, shown, isOpen])
}

/** Asks once. A question that fails is asked again later, since the next one covers its time. */
async function hearTail(
  postId: string,
  since: { current: number },
  { onNews, onStale }: Pick<TailOptions, 'onNews' | 'onStale'>,
): Promise<number> {
  try {
    const { stale, now, ...news } = await call(api.forum.tailComments, { postId, since: since.current })
    since.current = now
    if (!stale) return await onNews(news)
    onStale()
    return 1
  } catch {
    return 0
  }
}
