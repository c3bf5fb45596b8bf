import type { CommentSort } from '@domain/forum/conversation'
import { useMemo, useState } from 'react'
import { api, type Output, useEndlessPages, usePagesOf } from '@/api'

import { withAimed } from './conversation'

type Opened = Output<typeof api.forum.openPost>

/** The comments in the order that the reader has chosen: the first page of the best ones came with the post. */
export function useThreads(postId: string, opened: Opened | undefined) {
  const [sort, setSort] = useState<CommentSort>('best')
  const [wanted, setWanted] = useState(false)
  const from = opened?.next ?? undefined
  const isBest = sort === 'best'
  const best = usePagesOf(
    api.forum.listComments,
    { postId },
    { from, enabled: isBest && wanted && from !== undefined },
  )
  const newest = usePagesOf(
    api.forum.listComments,
    { postId, sort: 'newest' },
    { enabled: !isBest, staleMs: 0, kept: false },
  )
  const pages = isBest ? best : newest
  const isFirstAsked = isBest && !wanted
  const more = isBest
    ? from !== undefined && (!wanted || best.hasNextPage || best.isPending)
    : newest.hasNextPage
  useEndlessPages({
    ...pages,
    hasNextPage: more,
    fetchNextPage: async () => (isFirstAsked ? setWanted(true) : pages.fetchNextPage()),
  })
  const listed = pages.data?.pages
  const first = opened?.comments
  const aimed = opened?.aimed
  const threads = useMemo(() => {
    const rest = listed?.flatMap(page => page.comments) ?? []
    // Until the other order is there, the page goes on showing this one.
    const shown = isBest || !listed ? [...(first ?? []), ...(isBest ? rest : [])] : rest
    return aimed ? withAimed(shown, aimed) : shown
  }, [first, aimed, listed, isBest])
  return {
    sort,
    setSort,
    threads,
    end: { ...pages, hasNextPage: more },
    /** Asks for the newest ones anew; the best come with the post. */
    refresh: async () => (isBest ? undefined : newest.refetch()),
  }
}
