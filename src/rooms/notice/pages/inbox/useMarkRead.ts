import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { api, keyOf, type Output, useCommand, useRefreshSession } from '@/api'

type Page = Output<typeof api.notice.listNotices>

/** Marks notices as read, on the screen at once. Without ids: all of them. */
export function useMarkRead() {
  const client = useQueryClient()
  const refreshSession = useRefreshSession()
  const { run } = useCommand(api.notice.markRead, {
    optimistic: ({ noticeIds }) => {
      const before = client.getQueriesData<InfiniteData<Page>>({ queryKey: keyOf(api.notice.listNotices) })
      const isRead = (id: string) => noticeIds === undefined || noticeIds.includes(id)
      const marked = (page: Page): Page => ({
        ...page,
        notices: page.notices.map(one => (isRead(one.noticeId) ? { ...one, read: true } : one)),
      })
      client.setQueriesData<InfiniteData<Page>>(
        { queryKey: keyOf(api.notice.listNotices) },
        data => data && { ...data, pages: data.pages.map(marked) },
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
