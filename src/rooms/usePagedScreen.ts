import { useEndlessPages, usePullToRefresh } from '@/api'
import type { ScreenQuery } from '@/ui/screen/Screen'

/** The part of `usePagesOf`'s result that a page reads. */
interface Pages<T> extends Omit<ScreenQuery<unknown>, 'data'> {
  data?: { pages: T[] } | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

/** A list page by page as Screen takes it: the end of the page fetches more, pulling down asks again. */
export function usePagedScreen<T>(pages: Pages<T>): ScreenQuery<T[]> {
  useEndlessPages(pages)
  usePullToRefresh(pages.refetch)
  const { isPending, isFetching, isError, error, dataUpdatedAt, refetch, data } = pages
  return {
    isPending,
    isFetching,
    isError,
    error,
    dataUpdatedAt,
    refetch,
    ...(data ? { data: data.pages } : {}),
  }
}
