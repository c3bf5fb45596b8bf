import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { clockOffsetMs, useEndlessPages, usePullToRefresh, useRefreshFromTop, useServerNow } from '@/api'

type Endless = Parameters<typeof useEndlessPages>[0] & Parameters<typeof useRefreshFromTop>[1]

interface PostList extends Endless {
  queryKey: readonly unknown[]
  data: { pages: readonly { now: Instant }[] } | undefined
  dataUpdatedAt: number
}

/** A page that is a list of posts: it goes on at its end and begins anew when it is pulled. @returns the server's time */
export function usePostList(query: PostList): Instant {
  usePullToRefresh(useRefreshFromTop(query.queryKey, query))
  useEndlessPages(query)
  return useServerNow(
    clockOffsetMs({ data: query.data?.pages[0], dataUpdatedAt: query.dataUpdatedAt }),
    MINUTE_MS,
  )
}
