import { notice } from '@domain/notice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { unreadOf } from './public'
import { notices } from './store'

export const markRead = handle(notice.markRead, async ({ employee, now }, { noticeIds }) => {
  // What arrives while somebody reads stays unread: they have not seen it.
  const which = noticeIds === undefined ? { at: _.lte(now) } : { _id: _.in(noticeIds) }
  if (noticeIds?.length !== 0)
    await notices.updateWhere({ employeeId: employee.id, read: false, ...which }, { read: true })
  return { unread: await unreadOf(employee.id) }
})
