import type { ProblemLine, RosterReading, RosterRow } from './roster'

/** What a line of the file does to the roster. */
export type RosterAction = 'join' | 'change' | 'leave'

export interface RosterChange {
  action: RosterAction
  row: RosterRow
}

export interface RosterComparison {
  /** In the order in which they are written: those who join, those who change, those who leave. */
  changes: RosterChange[]
  unchanged: number
  counts: Record<RosterAction, number>
  problems: ProblemLine[]
}

const comparedFields = ['name', 'phone', 'department', 'site', 'joinedOn', 'status'] as const

/**
 * What a file would do to the present roster. Whoever the file does not name stays as they are: only the status
 * 离职 makes a leaver, so that a file cut short shuts nobody out. A leaver whom the roster never knew is no change.
 */
export function compareRoster(reading: RosterReading, present: readonly RosterRow[]): RosterComparison {
  const known = new Map(present.map(employee => [employee.employeeId, employee]))
  const taken = phonesKept(reading, present)
  const changes: RosterChange[] = []
  const problems = [...reading.problems]
  let unchanged = 0
  for (const { line, row } of reading.rows) {
    const holder = row.status === 'active' ? taken.get(row.phone) : undefined
    const action = actionOf(row, known.get(row.employeeId))
    if (holder !== undefined) problems.push(phoneTaken(line, row, holder))
    else if (action === null) unchanged += 1
    else changes.push({ action, row })
  }
  const of = (action: RosterAction) => changes.filter(change => change.action === action)
  const [joining, changing, leaving] = [of('join'), of('change'), of('leave')]
  return {
    changes: [...joining, ...changing, ...leaving],
    unchanged,
    counts: { join: joining.length, change: changing.length, leave: leaving.length },
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

function actionOf(row: RosterRow, before: RosterRow | undefined): RosterAction | null {
  if (!before) return row.status === 'active' ? 'join' : null
  if (before.status === 'active' && row.status === 'left') return 'leave'
  return comparedFields.some(field => before[field] !== row[field]) ? 'change' : null
}

/** The phones of working colleagues that the file leaves as they are. */
function phonesKept(reading: RosterReading, present: readonly RosterRow[]): Map<string, string> {
  const named = new Set(reading.rows.map(({ row }) => row.employeeId))
  const kept = present.filter(({ employeeId, status }) => status === 'active' && !named.has(employeeId))
  return new Map(kept.map(({ phone, employeeId }) => [phone, employeeId]))
}

function phoneTaken(line: number, { employeeId, name }: RosterRow, holder: string): ProblemLine {
  return { line, problem: 'samePhone', employeeId, name, detail: `手机号和名单里的 ${holder} 相同` }
}
