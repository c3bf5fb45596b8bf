import { ownOf } from '../kernel/own'
import { line } from '../kernel/schema'
import { DAY_MS, type Day, dayOf, startOfDay } from '../kernel/time'
import { PHONE } from './phone'
import { type RosterColumn, rosterColumns } from './rosterColumns'

/** What can be wrong with one line of an HR roster. */
export const lineProblems = [
  'missing',
  'format',
  'duplicate',
  'samePhone',
  'unknownStatus',
  'returning',
  'unknownPlace',
  'lastAdmin',
  'oneself',
] as const
export type LineProblem = (typeof lineProblems)[number]

/** One line as the file has it. Lines are counted from 1, the header line included. */
export interface RosterCells {
  line: number
  cells: Record<RosterColumn, string>
}

/** What HR says of one colleague. */
export interface RosterRow {
  employeeId: string
  name: string
  phone: string
  department: string
  site: string
  joinedOn: Day
  status: 'active' | 'left'
}

/** A line that can't be taken as it stands, and why, for the person who keeps the file. Never a phone number. */
export interface ProblemLine {
  line: number
  problem: LineProblem
  employeeId: string
  name: string
  department: string
  site: string
  detail: string
}

export interface RosterReading {
  rows: { line: number; row: RosterRow }[]
  problems: ProblemLine[]
  /** Of the lines with problems, those of whoever leaves: where they were matters no more. */
  leaving: ReadonlySet<number>
}

const EMPLOYEE_ID = /^VC\d{6}$/
const statuses: Readonly<Record<string, RosterRow['status']>> = { 在职: 'active', 离职: 'left' }
const EARLIEST_JOINING: Day = '1950-01-01'
/** Joining dates further ahead than this are slips of the pen. */
const JOINING_AHEAD_MAX_DAYS = 366

const Name = line(2, 20)
const Place = line(1, 40)

/** Reads every line; `today` decides which joining dates are slips of the pen. */
export function readRoster(lines: readonly RosterCells[], today: Day): RosterReading {
  const read = lines.map(cells => readLine(cells, today))
  const good = read.filter(isRow)
  const clashes = [...sameNumbers(good), ...samePhones(good)]
  const stopped = new Set(clashes.map(problem => problem.line))
  const problems = [...read.filter(isProblem), ...clashes]
  const leaving = lines.filter(({ cells }) => ownOf(statuses, cells.状态.trim()) === 'left')
  return {
    rows: good.filter(({ line }) => !stopped.has(line)),
    leaving: new Set(leaving.map(({ line }) => line)),
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

type Read = { line: number; row: RosterRow }

function isRow(read: Read | ProblemLine): read is Read {
  return 'row' in read
}

function isProblem(read: Read | ProblemLine): read is ProblemLine {
  return 'problem' in read
}

function readLine({ line, cells }: RosterCells, today: Day): Read | ProblemLine {
  const stop = (problem: LineProblem, detail: string): ProblemLine => ({
    line,
    problem,
    employeeId: cells.员工编号.slice(0, 20),
    name: cells.姓名.slice(0, 20),
    department: cells.部门.trim().slice(0, 40),
    site: cells.园区.trim().slice(0, 40),
    detail,
  })
  const status = ownOf(statuses, cells.状态.trim())
  const wrongs = problemsOf(cells, today)
  // All of it at once, so that nobody mends a line only to hear of the next thing; the first names its kind.
  const [first] = wrongs
  if (status && !first) return { line, row: { ...rowOf(cells), status } }
  return stop(first?.problem ?? 'unknownStatus', wrongs.map(({ detail }) => detail).join('；'))
}

function problemsOf(cells: RosterCells['cells'], today: Day): { problem: LineProblem; detail: string }[] {
  const empty = rosterColumns.filter(column => cells[column].trim() === '')
  const written = cells.状态.trim()
  return [
    ...(empty.length > 0 ? [{ problem: 'missing' as const, detail: `${empty.join('、')}是空的` }] : []),
    ...(written !== '' && !ownOf(statuses, written)
      ? [
          {
            problem: 'unknownStatus' as const,
            detail: `状态只能写在职或离职，这里是「${written.slice(0, 10)}」`,
          },
        ]
      : []),
    ...formatProblems(cells, today).map(detail => ({ problem: 'format' as const, detail })),
  ]
}

/** What is not written as it should be, in words. What is empty isn't written at all. */
function formatProblems(cells: RosterCells['cells'], today: Day): string[] {
  const phone = phoneOf(cells)
  const judged: Partial<Record<RosterColumn, string | null>> = {
    员工编号: numberProblem(cells.员工编号.trim()),
    姓名: Name.safeParse(cells.姓名).success ? null : '姓名要有 2 到 20 个字，写在一行里',
    手机号: PHONE.test(phone) ? null : `手机号要是 1 开头的 11 位数字，这里有 ${phone.length} 位`,
    部门: Place.safeParse(cells.部门).success ? null : '部门最多 40 个字，写在一行里',
    园区: Place.safeParse(cells.园区).success ? null : '园区最多 40 个字，写在一行里',
    入职日期: joiningProblem(dayWritten(cells.入职日期), today),
  }
  return rosterColumns.flatMap(column => {
    const wrong = judged[column]
    return wrong && cells[column].trim() !== '' ? [wrong] : []
  })
}

function numberProblem(number: string): string | null {
  if (EMPLOYEE_ID.test(number)) return null
  const likely = number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return EMPLOYEE_ID.test(likely) ? `编号的写法不对，看着像 ${likely}` : '编号要写成 VC 加 6 位数字'
}

function joiningProblem(day: Day | null, today: Day): string | null {
  if (day === null) return '入职日期要写成 2026-11-02 这样'
  const latest = dayOf(startOfDay(today) + JOINING_AHEAD_MAX_DAYS * DAY_MS)
  const isLikely = (written: Day) => written >= EARLIEST_JOINING && written <= latest
  if (isLikely(day)) return null
  const meant = yearsSwapped(day).find(isLikely)
  return `入职日期写成了 ${day}${meant ? `，看着像 ${meant}` : ''}`
}

/** The same day with two neighbouring digits of its year the other way round: 2062 was meant to be 2026. */
const yearsSwapped = (day: Day): Day[] =>
  [2, 1, 0].map(at => `${day.slice(0, at)}${day[at + 1]}${day[at]}${day.slice(at + 2)}`)

/** `2026-11-02`, `2026/11/2` and `2026年11月2日` are days; `2026-02-30` is none. */
function dayWritten(written: string): Day | null {
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(written.trim())
  if (!match) return null
  const [, year, month, date] = match as unknown as [string, string, string, string]
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return dayOf(startOfDay(day)) === day ? day : null
}

function phoneOf(cells: RosterCells['cells']): string {
  return cells.手机号.replace(/[\s-]/g, '')
}

/** Only of cells that have no format problem. */
function rowOf(cells: RosterCells['cells']): Omit<RosterRow, 'status'> {
  return {
    employeeId: cells.员工编号.trim(),
    name: Name.parse(cells.姓名),
    phone: phoneOf(cells),
    department: Place.parse(cells.部门),
    site: Place.parse(cells.园区),
    joinedOn: dayWritten(cells.入职日期) ?? '',
  }
}

function sameNumbers(rows: readonly Read[]): ProblemLine[] {
  return clashesBy(rows, ({ employeeId }) => employeeId).map(([read, other]) =>
    clash(read, 'duplicate', `和第 ${other.line} 行编号相同`),
  )
}

/** Two working colleagues can't have one phone; one who has left may have handed the number on. */
function samePhones(rows: readonly Read[]): ProblemLine[] {
  const working = rows.filter(({ row }) => row.status === 'active')
  return clashesBy(working, ({ phone }) => phone)
    .filter(([read, other]) => read.row.employeeId !== other.row.employeeId)
    .map(([read, other]) =>
      clash(read, 'samePhone', `手机号和第 ${other.line} 行 ${other.row.employeeId} 相同`),
    )
}

/** Each line with the first other one that has the same key. */
function clashesBy(rows: readonly Read[], keyOf: (row: RosterRow) => string): [Read, Read][] {
  const groups = new Map<string, Read[]>()
  for (const read of rows) {
    const key = keyOf(read.row)
    const group = groups.get(key)
    if (group) group.push(read)
    else groups.set(key, [read])
  }
  return [...groups.values()].flatMap(group =>
    group.flatMap((read, index): [Read, Read][] => {
      const other = group[index === 0 ? 1 : 0]
      return other ? [[read, other]] : []
    }),
  )
}

function clash({ line, row }: Read, problem: LineProblem, detail: string): ProblemLine {
  const { employeeId, name, department, site } = row
  return { line, problem, employeeId, name, department, site, detail }
}
