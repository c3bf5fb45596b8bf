import { readRoster } from '@domain/identity/roster'
import { rosterColumns } from '@domain/identity/rosterColumns'
import {
  consequenceOf,
  figuresOf,
  type Problem,
  problemsAsCsv,
  type Report,
  rosterTemplate,
  titleOf,
} from '@/rooms/identity/pages/roster/report'

const problem: Problem = {
  line: 214,
  problem: 'duplicate',
  employeeId: 'VC018842',
  name: '林晓川',
  department: '研发采购',
  site: '上海',
  detail: '和第 3071 行编号相同，写作 "VC018842", 部门不同',
}

test('the copied lines are CSV that a spreadsheet reads back', () => {
  expect(problemsAsCsv([problem])).toBe(
    '行,员工编号,姓名,部门,园区,问题,说明\n214,VC018842,林晓川,研发采购,上海,重复,"和第 3071 行编号相同，写作 ""VC018842"", 部门不同"',
  )
})

test('the title names the day in UTC+8', () => {
  const lateInUtc = Date.UTC(2026, 10, 23, 16, 30)
  expect(titleOf({ checkedAt: lateInUtc, state: 'checked' })).toEqual(['11 月 24 日的名单，', '核对结果'])
})

test('the template is a file that the roster can be read from', () => {
  const [header, ...lines] = rosterTemplate.split('\n').map(line => line.split(','))
  expect(header).toEqual([...rosterColumns])
  const cells = Object.fromEntries(rosterColumns.map((column, index) => [column, lines[0]?.[index]]))
  const reading = readRoster(
    [{ line: 2, cells: cells as Record<(typeof rosterColumns)[number], string> }],
    '2026-11-24',
  )
  expect(reading).toMatchObject({ rows: [{ line: 2 }], problems: [] })
})

const report: Report = {
  ...{
    importId: 'i1',
    fileName: '名单.csv',
    read: 8_125,
    unchanged: 8_023,
    joining: 27,
    changed: 49,
    leaving: 14,
  },
  changedFields: { name: 6, phone: 0, department: 31, site: 12, joinedOn: 0, status: 0 },
  ...{ problems: [], moreProblems: 12, offices: [], state: 'checked', written: 0, toWrite: 90, checkedAt: 0 },
}

test('whoever leaves has a number of their own, so that what was read is the sum of the others', () => {
  const [read, ...others] = figuresOf(report, report.moreProblems)
  expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(read?.count)
  expect(others).toContainEqual({ label: '离职', count: 14, meaning: '停用账号' })
})

test('beside the button stands how many accounts it ends', () => {
  expect(consequenceOf(report)).toBe('会停用 14 位。导入前，名单没有任何改动')
  expect(consequenceOf({ ...report, leaving: 0 })).toBe('导入前，名单没有任何改动')
  expect(consequenceOf({ ...report, state: 'applied' })).toBe('新名单已经生效')
  expect(consequenceOf({ ...report, state: 'applying' })).toBe('')
})
