import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useHeldIds } from '@/api'
import type { Comment, Post, Thread } from '../../post'
import { changePost } from '../../postCache'
import { eachOnce, idsOf, newOf, nothingSince, type Since, threadsOf } from './conversation'

/** What has been told by the cloud since the post was opened. */
export interface News {
  comments: readonly Comment[]
  gone: readonly string[]
}

export type Conversation = ReturnType<typeof useConversation>

/** Changes how many comments a post shows, wherever it is shown. */
function useCount(postId: string) {
  const client = useQueryClient()
  return useCallback(
    (difference: number) => {
      if (difference !== 0)
        changePost(client, postId, (post: Post) => ({ ...post, comments: post.comments + difference }))
    },
    [client, postId],
  )
}

/**
 * A post's conversation as its reader sees it: the answers of the cloud, and what has happened since the last one.
 * @param openedAt the server's time of the answer; a new answer knows everything that had happened until then
 */
export function useConversation(postId: string, openedAt: number, answered: readonly Thread[]) {
  const [since, setSince] = useState<Since>(nothingSince)
  const [writtenId, setWrittenId] = useState<string>()
  const held = [...useHeldIds()].join()
  // What is about to be deleted is out of sight already, also when the page is opened anew.
  const shown = useMemo(
    () => ({ ...since, gone: new Set([...since.gone, ...held.split(',')]) }),
    [since, held],
  )
  const known = useMemo(() => idsOf(answered), [answered])
  const latest = useRef({ since, known, openedAt })
  latest.current = { since, known, openedAt }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer makes what happened before it old
  useEffect(() => setSince(({ gone }) => ({ ...nothingSince, gone })), [openedAt])

  const count = useCount(postId)

  /** @param away whether the reader is further down, where nothing may move */
  const hear = useCallback(
    ({ comments, gone }: News, away: boolean): number => {
      const before = latest.current
      const news = newOf(comments, before.since, before.known)
      const shown = new Set([...before.known, ...before.since.added.map(({ commentId }) => commentId)])
      const lost = gone.filter(id => shown.has(id) && !before.since.gone.has(id))
      if (news.length + lost.length === 0) return 0
      const newest = [...news].reverse()
      setSince(now => ({
        ...now,
        ...(away ? { held: [...newest, ...now.held] } : { added: [...newest, ...now.added] }),
        gone: new Set([...now.gone, ...lost]),
      }))
      // What was written before the answer came is in its number already.
      count(news.filter(({ postedAt }) => postedAt >= before.openedAt).length - lost.length)
      return news.length
    },
    [count],
  )

  return {
    since: shown,
    threads: useMemo(() => threadsOf(answered, shown), [answered, shown]),
    /** The last comment that was written here. */
    writtenId,
    heldCount: since.held.length,
    hear,
    add: (comment: Comment) => {
      setSince(now => ({ ...now, added: eachOnce([comment, ...now.added]) }))
      setWrittenId(comment.commentId)
    },
    release: () => setSince(now => ({ ...now, held: [], added: eachOnce([...now.held, ...now.added]) })),
    like: (commentId: string, likes: number, liked: boolean) =>
      setSince(now => ({ ...now, likes: new Map(now.likes).set(commentId, { likes, liked }) })),
    /** Takes a comment out of sight, or puts it back. */
    hide: (commentId: string, hidden: boolean) => {
      setSince(now => {
        const gone = new Set(now.gone)
        if (hidden) gone.add(commentId)
        else gone.delete(commentId)
        return { ...now, gone }
      })
      count(hidden ? -1 : 1)
    },
  }
}
