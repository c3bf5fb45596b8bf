import { entryOf } from '../../cloudfunctions/selfservice/lineEntry'
import type { LineDocument, ShuttleDocument, TimetableDocument } from '../../cloudfunctions/selfservice/store'
import type { Instant } from '../../domain/kernel/time'
import { changesBetween } from '../../domain/selfservice/changes'
import type { Network } from '../../domain/selfservice/network'
import { reminderAt } from '../../domain/selfservice/timetable'

/** A version as somebody tells of it. */
export interface VersionTold {
  versionId: string
  network: Network
  effectiveOn: string
  note: string
  by: string
  at: Instant
}

const EMPTY: Network = { agencies: [], stops: [], services: [], lines: [] }

/** Those who favour a line have been told of a version; the evening before it begins is still to come. */
function reminderOf(effectiveOn: string, publishedAt: Instant, now: Instant): TimetableDocument['telling'] {
  const dueAt = reminderAt(effectiveOn, publishedAt)
  return dueAt === null || dueAt <= now ? null : { kind: 'reminder', dueAt, line: 0, after: '' }
}

/** Published versions, the oldest first, as the room keeps them. Lines that do not change are written once for each version. */
export function timetableDocuments(told: readonly VersionTold[], now: Instant = Number.POSITIVE_INFINITY) {
  const lines: LineDocument[] = []
  const timetables = told.map(
    ({ versionId, network, effectiveOn, note, by, at }, index): TimetableDocument => {
      const own = network.lines.map(line => ({ _id: `${versionId}.${line.lineId}`, versionId, line }))
      lines.push(...own)
      const { agencies, stops, services } = network
      return {
        _id: versionId,
        state: 'published',
        source: 'edit',
        basedOn: told[index - 1]?.versionId ?? null,
        number: index + 1,
        revision: 1,
        ...{ effectiveOn, note, agencies, stops, services },
        lines: own.map(entryOf),
        changes: changesBetween(told[index - 1]?.network ?? EMPTY, network),
        telling: reminderOf(effectiveOn, at, now),
        ...{ by, at, publishedAt: at },
      }
    },
  )
  const shuttle: ShuttleDocument = {
    _id: 'shuttle',
    number: told.length,
    published: told.map(({ versionId, effectiveOn }, index) => ({
      versionId,
      number: index + 1,
      effectiveOn,
    })),
  }
  return {
    selfservice_shuttle: [shuttle],
    selfservice_timetables: timetables,
    selfservice_lines: lines,
  }
}
