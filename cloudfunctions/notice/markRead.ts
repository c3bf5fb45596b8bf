import type { Instant } from '@domain/kernel/time'
import { notice } from '@domain/notice/contract'
import type { NoticeKind } from '@domain/notice/kinds'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { unreadOf } from './public'
import { noteOf, notices } from './store'

export const markRead = handle(notice.markRead, async ({ employee, now }, { noticeIds, newsId, kind }) => {
  if (newsId !== undefined) await noteOf(employee.id, { newsRead: _.addToSet(newsId) })
  if (noticeIds !== undefined && noticeIds.length > 0)
    await notices.updateWhere({ employeeId: employee.id, read: false, _id: _.in(noticeIds) }, { read: true })
  if (noticeIds === undefined && newsId === undefined) await markUpTo(employee.id, now, kind)
  return { unread: await unreadOf(employee) }
})

/** What arrives while somebody reads stays unread: they have not seen it. */
async function markUpTo(employeeId: string, now: Instant, kind: NoticeKind | undefined): Promise<void> {
  if (kind !== 'official') {
    const which = kind === undefined ? {} : { kind }
    await notices.updateWhere({ employeeId, read: false, ...which, at: _.lte(now) }, { read: true })
  }
  if (kind === undefined || kind === 'official')
    await noteOf(employeeId, { newsReadTo: _.max(now), newsRead: [] })
}
