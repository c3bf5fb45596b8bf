import { Refusal } from '@domain/kernel/errors'
import { dayOf, type Instant } from '@domain/kernel/time'
import type { DashboardAsked, DashboardView } from '@domain/stats/contract'
import { dashboardOf } from '@domain/stats/dashboard'
import { departmentTiles, onlyTiles } from '@domain/stats/departments'
import type { DayDepartments, DayFigures, MonthFigures } from '@domain/stats/figures'
import { type Span, spanOf, wholeDays } from '@domain/stats/spans'
import { _ } from '@platform/cloud'
import { daily, departments, monthly, PROGRESS_ID, type ProgressDocument, progress } from './store'

const DAYS_MAX = 200
/** Ten years. */
const MONTHS_MAX = 120

/** What comes along with the caller. */
export const dashboardAlong = () => ({
  state: progress.along({ where: { _id: PROGRESS_ID }, limit: 1 }),
  months: monthly.along({ where: {}, orderBy: [['_id', 'asc']], limit: MONTHS_MAX }),
  latest: daily.along({ where: {}, orderBy: [['_id', 'desc']], limit: 1 }),
})

interface Along {
  state: readonly ProgressDocument[]
  months: readonly MonthFigures[]
  latest: readonly DayFigures[]
}

/**
 * The page of figures, and the days that it is made of where it is read by days. One request, one more for a department's
 * own figures.
 * @throws Refusal STATS_NOTHING_YET, STATS_RANGE_WRONG, STATS_GROUP_TOO_SMALL
 */
export async function readDashboard(
  input: DashboardAsked,
  { state: [state], months, latest: [latest] }: Along,
  now: Instant,
): Promise<{ view: DashboardView; days: readonly DayFigures[] }> {
  if (!state?.last) throw new Refusal('STATS_NOTHING_YET')
  const span = spanOf(input, { first: state.first, last: state.last, running: state.last === dayOf(now) })
  const found = span.kind === 'all' ? [] : await daysOf(span)
  const within = (part: { from: string; to: string } | null) =>
    found.filter(({ _id }) => part !== null && part.from <= _id && _id <= part.to)
  const days = within(span)
  const ground = {
    span,
    days,
    before: within(span.compared?.before ?? null),
    months: months.filter(({ _id }) => _id <= span.to.slice(0, 7)),
    running: latest?._id === dayOf(now) && input.department === undefined ? latest : undefined,
  }
  const view = dashboardOf(ground, state.setting)
  if (input.department === undefined) return { view, days }
  const tiles = await tilesFor(input.department, span)
  return { view: onlyTiles(view, input.department, tiles), days: [] }
}

function daysOf({ from, to, compared }: Span): Promise<DayFigures[]> {
  return daily.find({
    where: { _id: _.gte(compared?.before.from ?? from).and(_.lte(to)) },
    orderBy: [['_id', 'asc']],
    limit: DAYS_MAX,
  })
}

/** @throws Refusal STATS_GROUP_TOO_SMALL where the department is not shown by itself on every day of the span */
async function tilesFor(department: string, span: Span) {
  if (span.kind === 'all') throw new Refusal('STATS_RANGE_WRONG')
  const found = await departments.find({
    where: { _id: _.gte(span.from).and(_.lte(span.to)) },
    orderBy: [['_id', 'asc']],
    limit: DAYS_MAX,
  })
  const rowsOf = (days: readonly DayDepartments[]) =>
    days.flatMap(day => day.departments.filter(({ name }) => name === department))
  const rows = rowsOf(found)
  if (rows.length === 0 || rows.length < found.length) throw new Refusal('STATS_GROUP_TOO_SMALL')
  return departmentTiles(span, rows, rowsOf(wholeDays(span, found)))
}
