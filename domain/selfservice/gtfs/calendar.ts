import type { Day } from '../../kernel/time'
import { DAY_MS, startOfDay, weekdayOf } from '../../kernel/time'
import { type Exception, type HolidayRule, holidayRules, networkLimits, type Service } from '../network'
import { daysBetween, nextDay, ruleRunsOn, runsOn } from '../serviceDays'
import type { FeedReport } from './problems'
import { type FeedFiles, type Row, readTable, writeTable } from './tables'
import { cellsOf, dayOfText, idsFrom, textOfDay, wordsOf } from './values'

const weekdayColumns = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** Columns of our own, which GTFS allows: what a service is called, and that it goes by China's calendar. */
const NAME_COLUMN = 'wo_service_name'
const HOLIDAYS_COLUMN = 'wo_holidays'
/** And that a day was named one by one: it stays named where the rule says the same of it today. */
const NAMED_COLUMN = 'wo_named'
const CALENDAR = 'calendar.txt'
const DATES = 'calendar_dates.txt'
const NAME_MAX = 20
const WEEKDAY_NAMES = '一二三四五六日'

type Plain = Pick<Service, 'weekdays' | 'fromOn' | 'untilOn'>

/** Whether a weekday's flag alone makes it run. */
function plainRunsOn({ weekdays, fromOn, untilOn }: Plain, on: Day): boolean {
  return on >= fromOn && on <= untilOn && weekdays.includes(weekdayOf(startOfDay(on)))
}

/** Days on which flags and rule may differ, by date. */
function daysInQuestion(service: Service, named: readonly Day[]): Day[] {
  const all = service.holidays === 'asUsual' ? [] : daysBetween(service.fromOn, service.untilOn)
  return [...new Set([...all, ...named])].sort()
}

interface DateTold {
  runs: boolean
  /** Named one by one, and not because a rule says so. */
  isNamed: boolean
}

/**
 * What calendar_dates.txt has to say of a service: what one needs who reads only flags and dates, and each day that was
 * named one by one.
 */
function datesOf(service: Service): (Exception & DateTold)[] {
  const named = service.exceptions.map(({ on }) => on)
  return daysInQuestion(service, named)
    .map(on => ({ on, runs: runsOn(service, on), isNamed: named.includes(on) }))
    .filter(({ on, runs, isNamed }) => isNamed || runs !== plainRunsOn(service, on))
}

/** The exceptions of a service whose flags and dates were read; dates that its own rule gives are none. */
function exceptionsFrom(service: Service, dates: ReadonlyMap<Day, DateTold>): Exception[] {
  return daysInQuestion(service, [...dates.keys()])
    .map(on => ({ on, runs: dates.get(on)?.runs ?? plainRunsOn(service, on) }))
    .filter(({ on, runs }) => dates.get(on)?.isNamed || runs !== ruleRunsOn(service, on))
}

/** What a service is called that has no name. */
export function nameOfWeekdays(weekdays: readonly number[]): string {
  const key = weekdays.join('')
  if (key === '12345') return '工作日'
  if (key === '67') return '周末'
  if (key === '1234567') return '每天'
  return key === '' ? '指定日期' : weekdays.map(day => `周${WEEKDAY_NAMES[day - 1]}`).join('、')
}

/** The services of a feed, by the ids that its trips name. */
export function readServices(files: FeedFiles, report: FeedReport, today: Day | null): Map<string, Service> {
  const dates = readDates(files, report)
  const rows = files.has(CALENDAR) || dates.size === 0 ? readCalendar(files, report, today) : []
  const given = [...rows.map(({ id }) => id), ...dates.keys()]
  const ids = idsFrom('service', given)
  const services = new Map<string, Service>()
  for (const { id, service } of rows) {
    const named = { ...service, serviceId: ids.get(id) ?? id }
    services.set(id, { ...named, exceptions: exceptionsFrom(named, dates.get(id) ?? new Map()) })
  }
  for (const [id, days] of dates)
    if (!services.has(id)) services.set(id, serviceOfDates(ids.get(id) ?? id, days))
  return withNames(services)
}

/** A service that calendar_dates.txt alone tells of. */
function serviceOfDates(serviceId: string, days: ReadonlyMap<Day, DateTold>): Service {
  const sorted = [...days.keys()].sort()
  const [fromOn = '', untilOn = ''] = [sorted[0], sorted.at(-1)]
  const bare = {
    serviceId,
    name: nameOfWeekdays([]),
    weekdays: [],
    holidays: 'asUsual' as const,
    fromOn,
    untilOn,
  }
  return { ...bare, exceptions: exceptionsFrom({ ...bare, exceptions: [] }, days) }
}

function readCalendar(
  files: FeedFiles,
  report: FeedReport,
  today: Day | null,
): { id: string; service: Service }[] {
  const required = ['service_id', ...weekdayColumns, 'start_date', 'end_date']
  const cells = cellsOf(CALENDAR, report)
  const seen = new Set<string>()
  let clipped = 0
  const services = readTable(files, CALENDAR, required, report).flatMap(row => {
    const id = cells.needed(row, 'service_id')
    const flags = weekdayColumns.map(column => cells.read(row, column, flagOf))
    const fromOn = cells.read(row, 'start_date', dayOfText)
    const untilOn = cells.read(row, 'end_date', dayOfText)
    if (id === null) return []
    if (seen.has(id)) cells.wrong(row, 'service_id', 'idTwice')
    seen.add(id)
    const given = { fromOn: fromOn ?? NO_DAY, untilOn: untilOn ?? fromOn ?? NO_DAY }
    const isTurned = given.untilOn < given.fromOn
    if (isTurned && fromOn !== null) cells.wrong(row, 'end_date', 'periodWrong')
    const period = isTurned ? { ...given, untilOn: given.fromOn } : clippedTo(given, today)
    if (!isTurned && daysOf(period) < daysOf(given)) clipped += 1
    const weekdays = flags.flatMap((flag, at) => (flag ? [at + 1] : []))
    const name = wordsOf(row.cell(NAME_COLUMN), NAME_MAX) || nameOfWeekdays(weekdays)
    const service = { serviceId: id, name, weekdays, holidays: ruleOf(row), ...period, exceptions: [] }
    return [{ id, service }]
  })
  if (clipped > 0) report.notes.push({ file: CALENDAR, code: 'periodsClipped', count: clipped })
  return services
}

/** Stands where a day is missing, in a feed that is refused for it. */
const NO_DAY = '2000-01-01'

type Period = Pick<Service, 'fromOn' | 'untilOn'>

const daysOf = ({ fromOn, untilOn }: Period) => (startOfDay(untilOn) - startOfDay(fromOn)) / DAY_MS + 1

/** As many days as may be planned, from today on as far as they are there; without a today, from the first. */
function clippedTo(period: Period, today: Day | null): Period {
  const most = networkLimits.serviceDaysMax - 1
  if (daysOf(period) <= networkLimits.serviceDaysMax) return period
  const latest = nextDay(period.untilOn, -most)
  const wished = today !== null && today > period.fromOn ? today : period.fromOn
  const [fromOn = latest] = [wished, latest].sort()
  return { fromOn, untilOn: nextDay(fromOn, most) }
}

/** Services that would be called the same are told apart by what the feed calls them. */
function withNames(services: Map<string, Service>): Map<string, Service> {
  const counts = new Map<string, number>()
  for (const { name } of services.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    [...services].map(([id, service]) => {
      const isAlone = counts.get(service.name) === 1
      const name = isAlone ? service.name : wordsOf(`${service.name} ${id}`, NAME_MAX)
      return [id, { ...service, name }]
    }),
  )
}

const flagOf = (text: string) => (text === '1' ? true : text === '0' ? false : null)

function ruleOf(row: Row): HolidayRule {
  return holidayRules.find(rule => rule === row.cell(HOLIDAYS_COLUMN)) ?? 'asUsual'
}

/** By service, which days run or rest against its flags. */
function readDates(files: FeedFiles, report: FeedReport): Map<string, Map<Day, DateTold>> {
  const cells = cellsOf(DATES, report)
  const required = files.has(DATES) ? ['service_id', 'date', 'exception_type'] : []
  const dates = new Map<string, Map<Day, DateTold>>()
  for (const row of readTable(files, DATES, required, report)) {
    const id = cells.needed(row, 'service_id')
    const on = cells.read(row, 'date', dayOfText)
    const runs = cells.read(row, 'exception_type', text =>
      text === '1' ? true : text === '2' ? false : null,
    )
    if (id === null || on === null || runs === null) continue
    const days = dates.get(id) ?? new Map<Day, DateTold>()
    if (days.has(on)) cells.wrong(row, 'date', 'idTwice')
    dates.set(id, days.set(on, { runs, isNamed: row.cell(NAMED_COLUMN) === '1' }))
  }
  return dates
}

export function writeServices(services: readonly Service[]): Map<string, string> {
  const columns = ['service_id', ...weekdayColumns, 'start_date', 'end_date', NAME_COLUMN, HOLIDAYS_COLUMN]
  const rows = services.map(service => [
    service.serviceId,
    ...weekdayColumns.map((_column, at) => (service.weekdays.includes(at + 1) ? '1' : '0')),
    textOfDay(service.fromOn),
    textOfDay(service.untilOn),
    service.name,
    service.holidays,
  ])
  const dates = services.flatMap(service =>
    datesOf(service).map(({ on, runs, isNamed }) => [
      ...[service.serviceId, textOfDay(on), runs ? '1' : '2'],
      isNamed ? '1' : '',
    ]),
  )
  const files = new Map([[CALENDAR, writeTable(columns, rows)]])
  return dates.length === 0
    ? files
    : files.set(DATES, writeTable(['service_id', 'date', 'exception_type', NAMED_COLUMN], dates))
}
