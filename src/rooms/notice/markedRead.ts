import type { api, Input, Output } from '@/api'

type Page = Output<typeof api.notice.listNotices>
type Order = Input<typeof api.notice.markRead>

/**
 * Whether an order to mark as read means this line: some lines, one piece of news, one kind, or all. What waits to be
 * done stays unread until it is done.
 */
function isMeant(
  { noticeId, kind }: Page['notices'][number],
  { noticeIds, newsId, kind: only }: Order,
): boolean {
  if (kind === 'todo') return false
  if (noticeIds === undefined && newsId === undefined) return only === undefined || kind === only
  return newsId === noticeId || (noticeIds?.includes(noticeId) ?? false)
}

/** A page of the inbox as it will be once the order is carried out: what was read is counted no more. */
export function markedRead(page: Page, order: Order): Page {
  const isWhole = order.noticeIds === undefined && order.newsId === undefined
  const notices = page.notices.map(one => (isMeant(one, order) ? { ...one, read: true } : one))
  if (page.unread === null) return { ...page, notices }
  const unread = { ...page.unread }
  const { todo } = page.unread
  if (isWhole && order.kind === undefined)
    return { ...page, notices, unread: todo === undefined ? {} : { todo } }
  if (order.kind === 'todo') return page
  if (isWhole && order.kind !== undefined) delete unread[order.kind]
  else
    for (const one of page.notices)
      if (!one.read && isMeant(one, order)) unread[one.kind] = Math.max(0, (unread[one.kind] ?? 0) - 1)
  return { ...page, notices, unread }
}
