import { type Day, isDay } from '../kernel/time'
import {
  type ClaimState,
  claimStateNames,
  claimStates,
  fenOf,
  INVOICE_NUMBER,
  mayMoveClaim,
  yuanOf,
} from './reimbursement'

/** The columns of finance's file, in any order; others are not read. */
export const claimColumns = ['员工编号', '发票号码', '开票日期', '金额', '事由', '状态', '说明'] as const
export type ClaimColumn = (typeof claimColumns)[number]

/** A line as it stands in the file, counted from 1 with the header line. */
export interface ClaimCells {
  line: number
  cells: Record<ClaimColumn, string>
}

export interface ClaimRow {
  employeeId: string
  /** The invoice's number, which is its id here. */
  number: string
  invoicedOn: Day
  amountFen: number
  subject: string
  state: ClaimState
  /** What finance says to it; may be empty. */
  note: string
}

export const claimProblems = [
  'missing',
  'format',
  'unknownState',
  'duplicate',
  'unknownEmployee',
  'otherOwner',
  'stepBack',
] as const
export type ClaimProblem = (typeof claimProblems)[number]

export interface ClaimProblemLine {
  line: number
  problem: ClaimProblem
  number: string
  employeeId: string
  detail: string
}

export type ClaimRead = { line: number; row: ClaimRow }

const EMPLOYEE_ID = /^VC\d{6}$/
const SUBJECT_MAX = 40
const NOTE_MAX = 100
const REQUIRED = claimColumns.filter(column => column !== '说明')

/** Reads every line by itself, and finds invoices that stand twice. */
export function readClaims(lines: readonly ClaimCells[]): {
  rows: ClaimRead[]
  problems: ClaimProblemLine[]
} {
  const read = lines.map(readLine)
  const good = read.filter((one): one is ClaimRead => 'row' in one)
  const first = new Map<string, number>()
  for (const { line, row } of good) if (!first.has(row.number)) first.set(row.number, line)
  const twice = good.filter(({ line, row }) => first.get(row.number) !== line)
  const problems = [
    ...read.filter((one): one is ClaimProblemLine => 'problem' in one),
    ...twice.map(one => problemOf(one, 'duplicate', `和第 ${first.get(one.row.number)} 行是同一张发票`)),
  ]
  return { rows: good.filter(one => !twice.includes(one)), problems }
}

function readLine({ line, cells }: ClaimCells): ClaimRead | ClaimProblemLine {
  const cell = (column: ClaimColumn) => cells[column].trim()
  const stop = (problem: ClaimProblem, detail: string): ClaimProblemLine => ({
    line,
    problem,
    number: cell('发票号码').slice(0, 20),
    employeeId: cell('员工编号').slice(0, 20),
    detail,
  })
  const state = claimStates.find(one => claimStateNames[one] === cell('状态'))
  const invoicedOn = dayWritten(cell('开票日期'))
  const amountFen = fenOf(cell('金额'))
  const faults = faultsOf(cell)
  const [first] = faults
  if (first || !state || invoicedOn === null || amountFen === null)
    return stop(first?.problem ?? 'format', faults.map(({ detail }) => detail).join('；'))
  const words = { subject: cell('事由'), note: cell('说明') }
  return {
    line,
    row: { employeeId: cell('员工编号'), number: cell('发票号码'), invoicedOn, amountFen, state, ...words },
  }
}

/** Everything that is wrong with a line by itself, so that it is mended in one go. What is empty is wrong in no other way. */
function faultsOf(cell: (column: ClaimColumn) => string): { problem: ClaimProblem; detail: string }[] {
  const empty = REQUIRED.filter(column => cell(column) === '')
  const states = Object.values(claimStateNames)
  const isWrong = (column: ClaimColumn, isRight: boolean) => cell(column) !== '' && !isRight
  const formats: [isWrong: boolean, detail: string][] = [
    [isWrong('员工编号', EMPLOYEE_ID.test(cell('员工编号'))), '编号要写成 VC 加 6 位数字'],
    [isWrong('发票号码', INVOICE_NUMBER.test(cell('发票号码'))), '发票号码要有 20 位或 8 位数字'],
    [isWrong('开票日期', dayWritten(cell('开票日期')) !== null), '开票日期要写成 2026-11-02 这样'],
    [isWrong('金额', fenOf(cell('金额')) !== null), '金额要大于零，写成 1842.00 这样'],
    [[...cell('事由')].length > SUBJECT_MAX, `事由最多 ${SUBJECT_MAX} 个字`],
    [[...cell('说明')].length > NOTE_MAX, `说明最多 ${NOTE_MAX} 个字`],
  ]
  const isStateWrong = isWrong(
    '状态',
    states.some(name => name === cell('状态')),
  )
  return [
    ...(empty.length > 0 ? [{ problem: 'missing' as const, detail: `${empty.join('、')}是空的` }] : []),
    ...(isStateWrong
      ? [{ problem: 'unknownState' as const, detail: `状态要写成${states.join('、')}之一` }]
      : []),
    ...formats.filter(([is]) => is).map(([, detail]) => ({ problem: 'format' as const, detail })),
  ]
}

/** `2026-11-02`, `2026/11/2` and `2026年11月2日` are days; `2026-02-30` is none. */
function dayWritten(written: string): Day | null {
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(written)
  if (!match) return null
  const [, year, month, date] = match as unknown as [string, string, string, string]
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

function problemOf({ line, row }: ClaimRead, problem: ClaimProblem, detail: string): ClaimProblemLine {
  return { line, problem, number: row.number, employeeId: row.employeeId, detail }
}

export interface ClaimChange {
  action: 'add' | 'move'
  row: ClaimRow
  /** As it was before; null: it is new. */
  before: ClaimRow | null
}

export interface ClaimComparison {
  changes: ClaimChange[]
  unchanged: number
  problems: ClaimProblemLine[]
}

const compared = ['invoicedOn', 'amountFen', 'subject', 'state', 'note'] as const

/**
 * What a file would do to the invoices that are known. An invoice belongs to whom it was first imported for, and moves
 * only as the table lets it.
 */
export function compareClaims(
  rows: readonly ClaimRead[],
  known: ReadonlyMap<string, ClaimRow>,
  employees: ReadonlySet<string>,
): ClaimComparison {
  const changes: ClaimChange[] = []
  const problems: ClaimProblemLine[] = []
  let unchanged = 0
  for (const read of rows) {
    const { row } = read
    const before = known.get(row.number)
    if (!employees.has(row.employeeId))
      problems.push(problemOf(read, 'unknownEmployee', '名单里没有这位在职同事'))
    else if (before && before.employeeId !== row.employeeId)
      problems.push(problemOf(read, 'otherOwner', '这张发票已经在另一位同事名下'))
    else if (before && !mayMoveClaim(before.state, row.state))
      problems.push(problemOf(read, 'stepBack', stepBack(before.state, row.state)))
    else if (!before) changes.push({ action: 'add', row, before: null })
    else if (compared.some(field => before[field] !== row[field]))
      changes.push({ action: 'move', row, before })
    else unchanged += 1
  }
  return { changes, unchanged, problems }
}

/** What becomes of an invoice, part by part: `状态 审核中 → 已到账`. Of a new one its state. */
export function sayClaimChange({ row, before }: Pick<ClaimChange, 'row' | 'before'>): string[] {
  if (!before) return [`新增，${claimStateNames[row.state]}`]
  const parts: [name: string, was: string, is: string][] = [
    ['状态', claimStateNames[before.state], claimStateNames[row.state]],
    ['金额', yuanOf(before.amountFen), yuanOf(row.amountFen)],
    ['开票日期', before.invoicedOn, row.invoicedOn],
    ['事由', before.subject, row.subject],
    ['说明', before.note || '空', row.note || '空'],
  ]
  return parts.filter(([, was, is]) => was !== is).map(([name, was, is]) => `${name} ${was} → ${is}`)
}

const stepBack = (from: ClaimState, to: ClaimState) =>
  `已经是「${claimStateNames[from]}」，不能再改成「${claimStateNames[to]}」`
