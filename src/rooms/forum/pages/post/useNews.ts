import { tailPauseMs } from '@domain/forum/conversation'
import { useRef } from 'react'
import { api, useTail } from '@/api'
import type { News } from './useConversation'

interface NewsOptions {
  postId: string
  /** The server's time of the answer that the page shows; undefined while there is none. */
  openedAt: number | undefined
  /** @returns how much of it was new */
  onNews: (news: News) => Promise<number>
  /** Too much has happened to be told bit by bit. */
  onStale: () => void
}

/** Tells what is written under a post while it is looked at. */
export function useNews({ postId, openedAt, onNews, onStale }: NewsOptions): void {
  const since = useRef(0)
  if (openedAt !== undefined) since.current = Math.max(since.current, openedAt)
  useTail(api.forum.tailComments, {
    isOn: openedAt !== undefined,
    inputOf: () => ({ postId, since: since.current }),
    onAnswer: async ({ stale, now, ...news }) => {
      since.current = now
      if (!stale) return (await onNews(news)) > 0
      onStale()
      return true
    },
    pauseMs: tailPauseMs,
  })
}
