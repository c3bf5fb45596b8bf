import { Refusal } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { requireTimetable } from './drafts'
import { lineDocuments } from './shuttleReading'
import { versionCardOf } from './shuttleViews'
import { timetables } from './store'

export const openDraftLine = handle(selfservice.openDraftLine, async ({ now }, { versionId, lineId }) => {
  const version = await requireTimetable(versionId)
  const base = version.basedOn === null ? null : await timetables.get(version.basedOn)
  const entry = version.lines.find(line => line.lineId === lineId)
  const old = base?.lines.find(line => line.lineId === lineId)
  const documents = await lineDocuments([...(entry ? [entry] : []), ...(old ? [old] : [])])
  const line = documents.get(entry?.documentId ?? '')?.line
  if (!line) throw new Refusal('SELFSERVICE_LINE_MISSING')
  const { agencies, stops, services } = version
  const published = documents.get(old?.documentId ?? '')?.line ?? null
  return { version: versionCardOf(version), agencies, stops, services, line, published, now }
})
