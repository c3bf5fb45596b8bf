import { MINUTE_MS } from '@domain/kernel/time'
import { clockOffsetMs, useEndlessPages, usePullToRefresh, useRefreshFromTop, useServerNow } from '@/api'

type PagedQuery = Parameters<typeof useEndlessPages>[0] & Parameters<typeof useRefreshFromTop>[1]

interface PostPagesQuery extends PagedQuery {
  queryKey: readonly unknown[]
  data: { pages: { now: number }[] } | undefined
  dataUpdatedAt: number
}

/**
 * What every list of posts does: pulled down it asks again, at its end for more.
 * @returns the server's present, told again every minute
 */
export function usePostPages(query: PostPagesQuery): number {
  usePullToRefresh(useRefreshFromTop(query.queryKey, query))
  useEndlessPages(query)
  const { dataUpdatedAt } = query
  return useServerNow(clockOffsetMs({ data: query.data?.pages[0], dataUpdatedAt }), MINUTE_MS)
}
