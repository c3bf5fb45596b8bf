import { type Instant, inChina, startOfDay } from '@domain/kernel/time'
import { type LineChange, sayChange, sayMove } from '@domain/selfservice/changes'
import { reminderAt } from '@domain/selfservice/timetable'
import { _ } from '@platform/cloud'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { type FavouriteDocument, favourites, type Telling, type TimetableDocument, timetables } from './store'

/** What one step tells; a run takes step after step until its time is over. */
const TOLD_MAX = 40

/**
 * Tells those who favour a line what becomes of it: when a version is published, the evening before it begins, and when
 * it is taken back. Notices and how far it has come change in one transaction, so that a crash tells nobody twice and
 * forgets nobody; a timer calls it.
 */
export async function tellChanges(now: Instant, shift: Shift): Promise<{ told: number }> {
  let told = 0
  while (!shift.isOver()) {
    const [due] = await timetables.find({
      where: { 'telling.dueAt': _.lte(now) },
      orderBy: [['telling.dueAt', 'asc']],
      limit: 1,
      fields: ['_id', 'telling', 'changes'],
    })
    if (!due?.telling) break
    told += await tellSome(due, due.telling, now)
  }
  return { told }
}

type Due = Pick<TimetableDocument, '_id' | 'changes'>

async function tellSome({ _id, changes }: Due, { line, after }: Telling, now: Instant): Promise<number> {
  const change = changes[line]
  const readers = change
    ? await favourites.find({
        where: { lineId: change.lineId, _id: _.gt(after) },
        orderBy: [['_id', 'asc']],
        limit: TOLD_MAX,
      })
    : []
  return transaction(async tx => {
    const version = await timetables.in(tx).get(_id)
    // Another run has been here, or the version was taken back meanwhile.
    const { telling } = version ?? {}
    if (!version || telling?.line !== line || telling.after !== after) return 0
    await timetables.in(tx).update(_id, { telling: stepAfter(version, telling, readers) })
    if (!change) return 0
    for (const { employeeId } of readers)
      await notify(tx, { _id: ulid(now), employeeId, ...noticeOf(version, change, telling.kind), at: now })
    return readers.length
  })
}

/** The next readers, the next line, or the evening before; null: everybody has been told. */
function stepAfter(
  version: TimetableDocument,
  telling: Telling,
  readers: readonly FavouriteDocument[],
): Telling | null {
  const last = readers.at(-1)
  if (last && readers.length === TOLD_MAX) return { ...telling, after: last._id }
  if (telling.line + 1 < version.changes.length) return { ...telling, line: telling.line + 1, after: '' }
  if (telling.kind !== 'change') return null
  const dueAt = reminderAt(version.effectiveOn ?? '', version.publishedAt ?? 0)
  return dueAt === null ? null : { kind: 'reminder', dueAt, line: 0, after: '' }
}

function noticeOf({ effectiveOn, note }: TimetableDocument, change: LineChange, kind: Telling['kind']) {
  const { lineId, name } = change
  const day = inChina(startOfDay(effectiveOn ?? '')).format('M 月 D 日')
  const title = {
    change: `${name}，${day}起有变化`,
    reminder: `明天起，${name}有变化`,
    withdrawal: `${name}，${day}的变化取消了`,
  }[kind]
  const body =
    kind === 'withdrawal'
      ? `时刻照旧。${note}`
      : [sayChange(change), sayMove(change), note].filter(Boolean).join('。')
  return { kind: 'service' as const, title, body, target: { kind: 'line' as const, id: lineId } }
}
