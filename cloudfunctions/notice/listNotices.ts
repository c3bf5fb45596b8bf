import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { notice } from '@domain/notice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { notices } from './store'

export const listNotices = handle(notice.listNotices, async ({ employee, now }, { kind, after }) => {
  const found = await notices.find({
    where: {
      employeeId: employee.id,
      ...(kind === undefined ? {} : { kind }),
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const shown = rows.map(({ _id, kind, title, body, read, at, target }) => ({
    noticeId: _id,
    kind,
    title,
    body,
    read,
    at,
    target,
  }))
  return { notices: shown, next, now }
})
