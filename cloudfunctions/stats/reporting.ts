import { can } from '@domain/access/roles'
import { type Day, dayOf, type Instant } from '@domain/kernel/time'
import { dayAfter } from '@domain/stats/events'
import { rankedOver } from '@domain/stats/figures'
import { rangeLabel, spanOf } from '@domain/stats/spans'
import { tilesOf } from '@domain/stats/tiles'
import { mondayOf, weekName, weekOf } from '@domain/stats/weeks'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { storeFile } from '@platform/storage'
import { transaction } from '@platform/transaction'
import { workbookOf } from '@platform/workbook'
import { peopleWith } from '../identity/public'
import { notify } from '../notice/public'
import { rankedSheet, tileSheet } from './sheets'
import { daily, monthly, PROGRESS_ID, progress, type ReportDocument, reports, subscriptions } from './store'

const TOP = 5
const SUBSCRIBERS_MAX = 1_000

/** Makes the report of the week that is over, once its last day is counted, and tells those who want it; each once. */
export async function report(now: Instant, shift: Shift): Promise<{ told: number }> {
  const state = await progress.get(PROGRESS_ID)
  const monday = mondayOf(dayOf(now))
  const to = dayAfter(monday, -1)
  if (!state?.last || state.next < monday || to < state.first) return { told: 0 }
  const made = (await reports.get(weekOf(to))) ?? (await make(to, state.first, now))
  return { told: await tell(made, now, shift) }
}

async function make(to: Day, first: Day, now: Instant): Promise<ReportDocument> {
  const span = spanOf({ span: 'week', on: to }, { first, last: to, running: false })
  const [found, months] = await Promise.all([
    daily.find({ where: { _id: _.gte(span.compared?.before.from ?? span.from).and(_.lte(to)) }, limit: 14 }),
    monthly.find({ where: { _id: _.lte(to.slice(0, 7)) }, orderBy: [['_id', 'desc']], limit: 2 }),
  ])
  const sorted = [...found].sort((a, b) => (a._id < b._id ? -1 : 1))
  const days = sorted.filter(({ _id }) => _id >= span.from)
  const before = sorted.filter(({ _id }) => _id < span.from)
  const tiles = tilesOf({ span, days, before, months: months.reverse() })
  const topics = rankedOver(
    days.map(day => day.topics),
    TOP,
  )
  const week = weekOf(to)
  const fileId = await storeFile(
    `documents/reports/${week}.xlsx`,
    await reportWorkbook({ tiles, topics }),
    'STATS_NO_REPORT',
  )
  const made = { _id: week, from: span.from, to, tiles, topics, fileId, madeAt: now }
  try {
    return await reports.insert(made)
  } catch (error) {
    // Another run has made it.
    if (!isDuplicate(error)) throw error
    return made
  }
}

/** The report as a spreadsheet: each figure with what it counts, and the topics. */
export function reportWorkbook({ tiles, topics }: Pick<ReportDocument, 'tiles' | 'topics'>): Promise<Buffer> {
  return workbookOf([tileSheet(tiles), rankedSheet('话题', '帖子', topics)])
}

/** Only who may still read figures is told. One request a person. */
async function tell({ _id: week, from, to }: ReportDocument, now: Instant, shift: Shift): Promise<number> {
  const [wanting, readers] = await Promise.all([
    subscriptions.find({ where: {}, orderBy: [['_id', 'asc']], limit: SUBSCRIBERS_MAX }),
    peopleWith('ops'),
  ])
  const allowed = new Set(
    readers.filter(({ grants }) => can(grants, 'stats.read')).map(({ employeeId }) => employeeId),
  )
  const due = wanting.filter(({ _id, since, toldOf }) => allowed.has(_id) && toldOf !== week && since <= now)
  return eachWhile(shift, due, ({ _id: employeeId }) =>
    transaction(async tx => {
      await subscriptions.in(tx).update(employeeId, { toldOf: week })
      await notify(tx, {
        _id: idFor({ id: `report.${week}.${employeeId}`, receivedAt: now }, 'notice'),
        employeeId,
        kind: 'account',
        title: `${weekName(week)}的运营周报`,
        body: `${rangeLabel({ from, to })}，附表格`,
        at: now,
        target: { kind: 'report', id: week },
      })
    }),
  )
}
