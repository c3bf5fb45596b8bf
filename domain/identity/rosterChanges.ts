import { maskPhone } from './phone'
import { sayUnknownPlace } from './places'
import type { ProblemLine, RosterReading, RosterRow } from './roster'

/** What a line of the file does to the roster. */
export const rosterActions = ['join', 'change', 'leave'] as const
export type RosterAction = (typeof rosterActions)[number]

export const comparedFields = ['name', 'phone', 'department', 'site', 'joinedOn', 'status'] as const
export type ComparedField = (typeof comparedFields)[number]

export interface RosterChange {
  /** Of the file, as problems count them. */
  line: number
  action: RosterAction
  row: RosterRow
  /** What a `change` changes and what stood there; of a phone only what may be shown. Empty for the other actions. */
  changed: { field: ComparedField; was: string }[]
}

export interface RosterComparison {
  /** In the order in which they are written: those who join, those who change, those who leave. */
  changes: RosterChange[]
  unchanged: number
  counts: Record<RosterAction, number>
  /** Among those who change, how often each field does. */
  changedFields: Record<ComparedField, number>
  problems: ProblemLine[]
}

/** What decides over a file besides its lines. */
export interface RosterTerms {
  /**
   * Who has left by a leaving that keeps their roles and coins: their return alone gives those back, so that no file
   * lets them in.
   */
  settling?: ReadonlySet<string>
  /** Whether departments and sites that nobody is in yet are meant so; otherwise they are slips of the pen. */
  newPlaces?: boolean
  /** Who administers the system: a file in which all of them leave would leave nobody who gives roles. */
  adminIds?: ReadonlySet<string>
  /** Whoever imports and in whose name: nobody changes what the company holds of themselves. */
  ownIds?: ReadonlySet<string>
}

/**
 * What a file would do to the present roster. Whoever the file does not name stays as they are: only the status
 * 离职 makes a leaver, so that a file cut short shuts nobody out. A leaver whom the roster never knew is no change.
 */
export function compareRoster(
  reading: RosterReading,
  present: readonly RosterRow[],
  { settling = new Set(), newPlaces = false, adminIds = new Set(), ownIds = new Set() }: RosterTerms = {},
): RosterComparison {
  const known = new Map(present.map(employee => [employee.employeeId, employee]))
  const places = newPlaces || present.length === 0 ? null : placesOf(present)
  const isLastOf = lastAdmins(reading, adminIds)
  const asRead = reading.rows.map(({ line, row }) => {
    const action = actionOf(row, known.get(row.employeeId))
    const isBack = row.status === 'active' && settling.has(row.employeeId)
    const stranger = places && action !== null && action !== 'leave' ? placeUnknown(row, places) : undefined
    let problem: ProblemLine | null = null
    if (isBack) problem = returning(line, row)
    else if (action !== null && ownIds.has(row.employeeId)) problem = oneself(line, row)
    else if (action === 'leave' && isLastOf.has(row.employeeId)) problem = leavingNone(line, row)
    else if (stranger !== undefined) problem = { ...whoseLine(line, row), ...stranger }
    return { line, row, action, problem }
  })
  const holderOf = holders(reading, present, asRead)
  const changes: RosterChange[] = []
  const problems = places ? withPlaces(reading, places) : [...reading.problems]
  let unchanged = 0
  for (const { line, row, action, problem } of asRead) {
    const before = known.get(row.employeeId)
    const holder = holderOf(row)
    if (holder !== undefined) problems.push(phoneTaken(line, row, holder))
    else if (problem) problems.push(problem)
    else if (action === null) unchanged += 1
    else
      changes.push({
        line,
        action,
        row,
        changed: before && action === 'change' ? changedIn(row, before) : [],
      })
  }
  const of = (action: RosterAction) => changes.filter(change => change.action === action)
  const [joining, changing, leaving] = [of('join'), of('change'), of('leave')]
  return {
    changes: [...joining, ...changing, ...leaving],
    unchanged,
    changedFields: countFields(changing),
    counts: { join: joining.length, change: changing.length, leave: leaving.length },
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

function actionOf(row: RosterRow, before: RosterRow | undefined): RosterAction | null {
  if (!before) return row.status === 'active' ? 'join' : null
  if (before.status === 'active' && row.status === 'left') return 'leave'
  return changedIn(row, before).length > 0 ? 'change' : null
}

function changedIn(row: RosterRow, before: RosterRow): RosterChange['changed'] {
  return comparedFields
    .filter(field => before[field] !== row[field])
    .map(field => ({ field, was: fieldShown(before, field) }))
}

/** What may be shown of a field: never a whole phone number. */
export function fieldShown(row: RosterRow, field: ComparedField): string {
  return field === 'phone' ? maskPhone(row.phone) : row[field]
}

function countFields(changing: readonly RosterChange[]): Record<ComparedField, number> {
  const all = changing.flatMap(({ changed }) => changed)
  const counts = comparedFields.map(field => [field, all.filter(one => one.field === field).length])
  return Object.fromEntries(counts) as Record<ComparedField, number>
}

/**
 * Who keeps the phone that a row wants: a working colleague whom the file does not name, or whose own line is stopped.
 * A line that this stops keeps the phone of its colleague as well, and so on.
 */
function holders(
  { rows }: RosterReading,
  present: readonly RosterRow[],
  asRead: readonly { row: RosterRow; problem: ProblemLine | null }[],
): (row: RosterRow) => string | undefined {
  const working = new Map(present.filter(isActive).map(({ employeeId, phone }) => [employeeId, phone]))
  const wanting = new Map(
    rows.filter(({ row }) => isActive(row)).map(({ row }) => [row.phone, row.employeeId]),
  )
  const named = new Set(rows.map(({ row }) => row.employeeId))
  const stopped = asRead.filter(({ problem }) => problem !== null).map(({ row }) => row.employeeId)
  const keeping = [...[...working.keys()].filter(id => !named.has(id)), ...stopped]
  const taken = new Map<string, string>()
  // Grows while it is gone through: by whom each phone that is kept stops.
  for (const employeeId of keeping) {
    const phone = working.get(employeeId)
    if (phone === undefined || taken.has(phone)) continue
    taken.set(phone, employeeId)
    const next = wanting.get(phone)
    if (next !== undefined && next !== employeeId) keeping.push(next)
  }
  return row => {
    const holder = isActive(row) ? taken.get(row.phone) : undefined
    return holder === row.employeeId ? undefined : holder
  }
}

const isActive = ({ status }: RosterRow) => status === 'active'

function phoneTaken(line: number, row: RosterRow, holder: string): ProblemLine {
  return { ...whoseLine(line, row), problem: 'samePhone', detail: `手机号和名单里的 ${holder} 相同` }
}

function returning(line: number, row: RosterRow): ProblemLine {
  return { ...whoseLine(line, row), problem: 'returning', detail: '这位同事办过离职，先在员工页办返岗' }
}

function oneself(line: number, row: RosterRow): ProblemLine {
  return { ...whoseLine(line, row), problem: 'oneself', detail: '自己和所代同事的资料，要由另一位同事来改' }
}

/** The administrators, where none of them stays. */
function lastAdmins({ rows }: RosterReading, adminIds: ReadonlySet<string>): ReadonlySet<string> {
  const leaving = new Set(rows.filter(({ row }) => row.status === 'left').map(({ row }) => row.employeeId))
  return [...adminIds].every(id => leaving.has(id)) ? adminIds : new Set()
}

/** Of the line by which the last administrator would leave. */
export function leavingNone(line: number, row: RosterRow): ProblemLine {
  return { ...whoseLine(line, row), problem: 'lastAdmin', detail: '没有别的系统管理员了，先授给另一位' }
}

type Places = Record<'department' | 'site', ReadonlySet<string>>

const placesOf = (present: readonly RosterRow[]): Places => ({
  department: new Set(present.map(({ department }) => department)),
  site: new Set(present.map(({ site }) => site)),
})

/** What stops a line already is told together with its unknown places: nobody mends it only to hear of the next thing. */
const withPlaces = ({ problems, leaving }: RosterReading, places: Places): ProblemLine[] =>
  problems.map(problem => {
    const stranger = leaving.has(problem.line) ? undefined : placeUnknown(problem, places)
    return stranger ? { ...problem, detail: `${problem.detail}；${stranger.detail}` } : problem
  })

/** A department or a site that the roster doesn't know is mostly a known one written otherwise. */
function placeUnknown(
  row: Pick<RosterRow, 'department' | 'site'>,
  places: Places,
): Pick<ProblemLine, 'problem' | 'detail'> | undefined {
  const unknown = (['department', 'site'] as const).filter(
    one => row[one] !== '' && !places[one].has(row[one]),
  )
  const detail = unknown.map(field => sayUnknownPlace(row[field], places[field])).join('；')
  return unknown.length > 0 ? { problem: 'unknownPlace', detail } : undefined
}

function whoseLine(line: number, { employeeId, name, department, site }: RosterRow) {
  return { line, employeeId, name, department, site }
}
