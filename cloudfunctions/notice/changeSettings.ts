import { notice } from '@domain/notice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { noteOf, notices, permissions } from './store'

export const changeSettings = handle(notice.changeSettings, async ({ employee }, wanted) => {
  const off = [...new Set(wanted.off)]
  const { loud } = wanted
  const unwanted = [...new Set(wanted.unwanted)]
  const before = (await permissions.get(employee.id))?.off ?? []
  const again = before.filter(kind => !off.includes(kind))
  // What came while it was switched off is there again, and was not meant to call for attention.
  if (again.length > 0)
    await notices.updateWhere({ employeeId: employee.id, read: false, kind: _.in(again) }, { read: true })
  await noteOf(employee.id, { off, unwanted, loud })
  return { off, unwanted, loud }
})
