import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { api, keyOf, type Output, useCommand, useRefreshSession } from '@/api'
import { markedRead } from './markedRead'

type Page = Output<typeof api.notice.listNotices>

/** Marks notices as read, on the screen at once. Without ids: all of a kind, or all. */
export function useMarkRead() {
  const client = useQueryClient()
  const refreshSession = useRefreshSession()
  const { run } = useCommand(api.notice.markRead, {
    optimistic: order => {
      const before = client.getQueriesData<InfiniteData<Page>>({ queryKey: keyOf(api.notice.listNotices) })
      client.setQueriesData<InfiniteData<Page>>(
        { queryKey: keyOf(api.notice.listNotices) },
        data => data && { ...data, pages: data.pages.map(page => markedRead(page, order)) },
      )
      return () => {
        for (const [queryKey, data] of before) client.setQueryData(queryKey, data)
      }
    },
    onDone: () => void refreshSession(),
    // Reading goes on; what could not be marked now is marked the next time.
    onError: () => true,
  })
  return run
}
