import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'

/** The part of a paged query that the page's gestures need. */
export interface PagedQuery {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

/** Reaching the end asks for the next page. */
export function useEndlessPages({ hasNextPage, isFetchingNextPage, fetchNextPage }: PagedQuery): void {
  useReachBottom(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  })
}

/** Pulling the page down asks again. The page's config needs `enablePullDownRefresh`. */
export function usePullToRefresh(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh())
  })
}

/** Asks for the first page anew; the later ones are dropped, since each of them would cost a call. */
export function useRefreshFromTop(queryKey: readonly unknown[], query: Pick<PagedQuery, 'refetch'>) {
  const client = useQueryClient()
  return () => {
    client.setQueryData<InfiniteData<unknown>>(
      queryKey,
      data => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    return query.refetch()
  }
}
