import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { requireTimetable } from './drafts'
import { versionCardOf } from './shuttleViews'

export const openDraft = handle(selfservice.openDraft, async ({ now }, { versionId }) => {
  const version = await requireTimetable(versionId)
  const { agencies, stops, services, lines } = version
  return { version: versionCardOf(version), agencies, stops, services, lines, now }
})
