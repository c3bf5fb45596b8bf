import { changesBetween, type LineChange } from '@domain/selfservice/changes'
import type { Network } from '@domain/selfservice/network'
import { type Problem, problemsOf } from '@domain/selfservice/validity'
import { networkOf } from './shuttleReading'
import { SHUTTLE_ID, type ShuttleDocument, shuttles, type TimetableDocument, timetables } from './store'

const NOTHING: Network = { agencies: [], stops: [], services: [], lines: [] }

export interface Outlook {
  shuttle: ShuttleDocument
  changes: LineChange[]
  problems: Problem[]
  /** Another version was published since the draft was begun. */
  stale: boolean
}

/** What publishing a draft would do, against what was published last. Four requests. */
export async function outlookOf(draft: TimetableDocument): Promise<Outlook> {
  const shuttle = (await shuttles.get(SHUTTLE_ID)) ?? { _id: SHUTTLE_ID, number: 0, published: [] }
  const latest = shuttle.published.at(-1)
  const base = latest ? await timetables.get(latest.versionId) : null
  const [before, after] = await Promise.all([base ? networkOf(base) : NOTHING, networkOf(draft)])
  return {
    shuttle,
    changes: changesBetween(before, after),
    problems: [...emptiness(after), ...problemsOf(after)],
    stale: isStale(draft, shuttle),
  }
}

export function isStale(draft: TimetableDocument, shuttle: ShuttleDocument): boolean {
  return (shuttle.published.at(-1)?.versionId ?? null) !== draft.basedOn
}

function emptiness({ lines }: Network): Problem[] {
  return lines.length === 0 ? [{ path: 'lines', code: 'noDirection' }] : []
}
