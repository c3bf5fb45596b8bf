import { charactersOf } from '../kernel/characters'
import { limits } from '../kernel/limits'
import type { Worth } from './earning'
import { HAND_MAX, type HandWay } from './hand'

/** The columns of a list of coins, in any order; others are not read. A number below zero takes. */
export const handColumns = ['员工编号', '姓名', '沃币', '经验值', '理由'] as const
export type HandColumn = (typeof handColumns)[number]

/** A line as it stands in the file, counted from 1 with the header line. */
export interface HandCells {
  line: number
  cells: Record<HandColumn, string>
}

export interface HandRow extends Worth {
  line: number
  employeeId: string
  name: string
  way: HandWay
  why: string
}

export const handProblems = [
  'format',
  'empty',
  'bothWays',
  'repeated',
  'unknown',
  'otherName',
  'unregistered',
  'own',
] as const
export type HandProblem = (typeof handProblems)[number]

/** A line that is wrong: the first of what is wrong with it by its kind, and all of it in words. */
export interface HandProblemLine {
  line: number
  problem: HandProblem
  employeeId: string
  /** As it stands in the file; of a number that is none nobody could be found again, so it is not kept. */
  name: string
  detail: string
}

const EMPLOYEE_ID = /^VC\d{6}$/
const WHOLE = /^[+-]?\d{1,6}$/

/** What the roster knows of somebody. */
interface Known {
  name: string
  isRegistered: boolean
}

interface Reading {
  rows: HandRow[]
  problems: HandProblemLine[]
}

/**
 * Reads every line by itself, and tells all that is wrong with it at once: people who stand twice, who are not here, who
 * are called otherwise, who have not registered and would not see it, and the reader, as nobody moves their own, nor that
 * of whom they act for; then what is to be moved, and why.
 * @param known those of the company, by number; `readerIds`: in whose names the file is read
 */
export function readHands(
  lines: readonly HandCells[],
  { known, readerIds }: { known: ReadonlyMap<string, Known>; readerIds: readonly string[] },
): Reading {
  const first = new Map<string, number>()
  const rows: HandRow[] = []
  const problems: HandProblemLine[] = []
  for (const { line, cells } of lines) {
    const employeeId = cells.员工编号.trim()
    const name = cells.姓名.trim()
    const isNumber = EMPLOYEE_ID.test(employeeId)
    const before = first.get(employeeId)
    const who = isNumber
      ? whoIsWrong({ employeeId, name }, { before, known: known.get(employeeId), readerIds })
      : notANumber
    const moved = readMoved(cells)
    const wrong = [...(who ? [who] : []), ...moved.wrong]
    const [worst] = wrong
    // What is wrong itself is no first time.
    if (isNumber && moved.wrong.length === 0 && before === undefined) first.set(employeeId, line)
    if (!worst) rows.push({ line, employeeId, name, ...moved.read })
    else
      problems.push({
        ...{ line, problem: worst.problem, employeeId: employeeId.slice(0, 20) },
        name: isNumber ? name.slice(0, 20) : '',
        detail: wrong.map(({ detail }) => detail).join('；'),
      })
  }
  return { rows, problems }
}

type Wrong = Pick<HandProblemLine, 'problem' | 'detail'>

const notANumber: Wrong = { problem: 'format', detail: '编号要写成 VC 加 6 位数字' }

function whoIsWrong(
  { employeeId, name }: Pick<HandRow, 'employeeId' | 'name'>,
  {
    before,
    known,
    readerIds,
  }: { before: number | undefined; known: Known | undefined; readerIds: readonly string[] },
): Wrong | null {
  if (before !== undefined) return { problem: 'repeated', detail: `和第 ${before} 行是同一位同事` }
  if (readerIds.includes(employeeId)) return { problem: 'own', detail: '自己的不能由自己提' }
  if (known === undefined) return { problem: 'unknown', detail: '名单里没有这位在职同事' }
  if (known.name !== name) return { problem: 'otherName', detail: '编号和姓名对不上' }
  if (!known.isRegistered) return { problem: 'unregistered', detail: '还没登记，登记以后再发' }
  return null
}

/** How much a line moves which way, and why; and all that is wrong with it. */
function readMoved(cells: HandCells['cells']) {
  const amount = wholeOf(cells.沃币.trim())
  const experience = wholeOf(cells.经验值.trim())
  const why = cells.理由.trim()
  const length = charactersOf(why).length
  const wrong: Wrong[] = []
  if (amount === null || experience === null)
    wrong.push({ problem: 'format', detail: `沃币和经验值要写整数，最多 ${HAND_MAX}，收回写负数` })
  else if (amount === 0 && experience === 0) wrong.push({ problem: 'empty', detail: '沃币和经验值都是 0' })
  else if (amount * experience < 0) wrong.push({ problem: 'bothWays', detail: '一行只能都发放或都收回' })
  if (length < limits.reasonMin || length > limits.reasonMax)
    wrong.push({
      problem: 'format',
      detail: `理由要 ${limits.reasonMin} 到 ${limits.reasonMax} 个字，本人会看到`,
    })
  const [coins, points] = [amount ?? 0, experience ?? 0]
  const way: HandWay = coins + points > 0 ? 'give' : 'take'
  return { read: { way, amount: Math.abs(coins), experience: Math.abs(points), why }, wrong }
}

/** A whole number, an empty cell being 0; null for anything else, or what is too much for one line. */
function wholeOf(written: string): number | null {
  if (written === '') return 0
  if (!WHOLE.test(written)) return null
  const number = Number(written)
  return Math.abs(number) <= HAND_MAX ? number : null
}

/** As a second person reads a list: what moves most comes first, of as much in the order of the file. */
export function largestFirst(rows: readonly HandRow[]): HandRow[] {
  return [...rows].sort((a, b) => b.amount - a.amount || b.experience - a.experience || a.line - b.line)
}

export interface HandSums {
  given: number
  taken: number
  experienceGiven: number
  experienceTaken: number
}

export function sumsOf(rows: readonly HandRow[]): HandSums {
  const of = (way: HandWay, what: keyof Worth) =>
    rows.filter(row => row.way === way).reduce((sum, row) => sum + row[what], 0)
  return {
    given: of('give', 'amount'),
    taken: of('take', 'amount'),
    experienceGiven: of('give', 'experience'),
    experienceTaken: of('take', 'experience'),
  }
}
