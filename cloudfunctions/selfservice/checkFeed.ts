import { randomUUID } from 'node:crypto'
import { dayOf } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { type ReadFeed, readFeed } from '@domain/selfservice/gtfs/feed'
import type { Network } from '@domain/selfservice/network'
import { type EmployeeContext, handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import { feedFilesOf } from './feedFile'
import { entryOf } from './lineEntry'
import {
  documentIdOf,
  type LineDocument,
  lines,
  SHUTTLE_ID,
  shuttles,
  type TimetableDocument,
  timetables,
} from './store'

const PROBLEMS_SHOWN = 100

/**
 * A feed that breaks a rule leaves nothing behind. A right one is written down under an id that nobody knows yet, and
 * becomes a draft in one step: whoever dies before it leaves what the timer clears away.
 */
export const checkFeed = handle(selfservice.checkFeed, async (ctx, { files }) => {
  const feed = readFeed(await feedFilesOf(files), dayOf(ctx.now))
  const result = await keep(ctx, feed, files)
  // The last, because a repetition of what was cut off reads them again.
  await removeFiles(files.map(({ fileId }) => fileId))
  return result
})

async function keep(ctx: EmployeeContext, feed: ReadFeed, files: readonly { name: string }[]) {
  const report = reportOf(feed)
  const { network } = feed
  if (network === null) return ctx.transaction(async () => ({ ...report, versionId: null }))
  const basedOn = (await shuttles.get(SHUTTLE_ID))?.published.at(-1)?.versionId ?? null
  // An execution's own: a retry writes another one, and does not meet the lines of the first.
  const versionId = randomUUID()
  const documents = network.lines.map(line => ({
    _id: documentIdOf(versionId, line.lineId),
    versionId,
    line,
  }))
  await timetables.insert(stagedOf(ctx, { versionId, basedOn, note: nameOf(files) }, network, documents))
  await lines.insertMany(documents)
  return ctx.transaction(
    async tx => {
      await timetables.in(tx).update(versionId, { state: 'draft' })
      return { ...report, versionId }
    },
    () => ({
      subject: `${timetables.name}/${versionId}`,
      before: null,
      after: { files: files.map(({ name }) => name), counts: report.counts },
    }),
  )
}

/** What the draft is called until it is published: the zip, or the first of the files. */
function nameOf(files: readonly { name: string }[]): string {
  const [first] = files
  return files.length > 1 ? `${first?.name} 等 ${files.length} 个文件` : (first?.name ?? '')
}

function reportOf({ network, problems, notes }: ReadFeed) {
  return {
    problems: problems.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, problems.length - PROBLEMS_SHOWN),
    notes,
    counts: network && countsOf(network),
  }
}

function countsOf({ lines: all, stops, services }: Network) {
  const trips = all.flatMap(({ directions }) => directions.flatMap(direction => direction.trips))
  return { lines: all.length, stops: stops.length, services: services.length, trips: trips.length }
}

function stagedOf(
  ctx: EmployeeContext,
  { versionId, basedOn, note }: { versionId: string; basedOn: string | null; note: string },
  { agencies, stops, services }: Network,
  documents: readonly LineDocument[],
): TimetableDocument {
  return {
    _id: versionId,
    state: 'staging',
    source: 'import',
    basedOn,
    number: 0,
    effectiveOn: null,
    note,
    revision: 1,
    ...{ agencies, stops, services },
    lines: documents.map(entryOf),
    changes: [],
    telling: null,
    by: ctx.employee.name,
    at: ctx.now,
    publishedAt: null,
  }
}
