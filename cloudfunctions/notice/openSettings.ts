import { notice } from '@domain/notice/contract'
import { templateNames } from '@domain/notice/kinds'
import { handle } from '@platform/context'
import { permissions } from './store'

export const openSettings = handle(notice.openSettings, async ({ employee, now }) => {
  const own = await permissions.get(employee.id)
  const templates = templateNames.map(name => {
    const record = own?.records?.[name]
    return {
      name,
      accepted: record?.accepted ?? 0,
      refused: record?.refused ?? 0,
      sent: Math.max(0, record?.sent ?? 0),
      left: own?.left[name] ?? 0,
      answeredAt: record?.answeredAt ?? null,
    }
  })
  return { off: own?.off ?? [], unwanted: own?.unwanted ?? [], loud: own?.loud ?? false, templates, now }
})
