import { type RosterCells, type RosterRow, readRoster } from '@domain/identity/roster'
import { compareRoster } from '@domain/identity/rosterChanges'
import type { RosterColumn } from '@domain/identity/rosterColumns'
import fc from 'fast-check'

const TODAY = '2026-11-24'

const good: Record<RosterColumn, string> = {
  员工编号: 'VC018842',
  姓名: '林晓川',
  手机号: '13800000426',
  部门: '研发采购',
  园区: '上海',
  入职日期: '2019-03-04',
  状态: '在职',
}

const row: RosterRow = {
  employeeId: 'VC018842',
  name: '林晓川',
  phone: '13800000426',
  department: '研发采购',
  site: '上海',
  joinedOn: '2019-03-04',
  status: 'active',
}

const lineOf = (changes: Partial<Record<RosterColumn, string>>, line = 2): RosterCells => ({
  line,
  cells: { ...good, ...changes },
})

const noProblems = { problems: [], leaving: new Set<number>() }
const read = (...lines: RosterCells[]) => readRoster(lines, TODAY)

test('reads a line as HR wrote it', () => {
  expect(read(lineOf({}))).toEqual({ rows: [{ line: 2, row }], ...noProblems })
})

test.each<[string, Partial<Record<RosterColumn, string>>, Partial<RosterRow>]>([
  ['spaces around', { 姓名: ' 林晓川 ', 部门: ' 研发采购' }, {}],
  ['a phone in groups', { 手机号: '138 0000-0426' }, {}],
  ['slashes in the day', { 入职日期: '2019/3/4' }, {}],
  ['the day in words', { 入职日期: '2019年3月4日' }, {}],
  ['a leap day', { 入职日期: '2024-02-29' }, { joinedOn: '2024-02-29' }],
  ['a day almost a year ahead', { 入职日期: '2027-11-25' }, { joinedOn: '2027-11-25' }],
  ['a leaver', { 状态: '离职' }, { status: 'left' }],
])('takes %s', (_what, changes, expected) => {
  expect(read(lineOf(changes)).rows.map(given => given.row)).toEqual([{ ...row, ...expected }])
})

test.each<[string, Partial<Record<RosterColumn, string>>, string, string]>([
  ['an empty department', { 部门: ' ' }, 'missing', '部门是空的'],
  ['two empty cells', { 部门: '', 园区: '' }, 'missing', '部门、园区是空的'],
  [
    'all that is wrong in a line',
    { 部门: '', 状态: '休假', 手机号: '138', 入职日期: '43528' },
    'missing',
    '部门是空的；状态只能写在职或离职，这里是「休假」；手机号要是 1 开头的 11 位数字，这里有 3 位；入职日期要写成 2026-11-02 这样',
  ],
  ['no number', { 员工编号: '' }, 'missing', '员工编号是空的'],
  ['another status', { 状态: '休假' }, 'unknownStatus', '状态只能写在职或离职，这里是「休假」'],
  [
    'a status that every object has',
    { 状态: 'toString' },
    'unknownStatus',
    '状态只能写在职或离职，这里是「toString」',
  ],
  ['a space in the number', { 员工编号: 'VC01 8842' }, 'format', '编号的写法不对，看着像 VC018842'],
  ['a small number', { 员工编号: 'vc018842' }, 'format', '编号的写法不对，看着像 VC018842'],
  ['wide digits', { 员工编号: 'VC０１８８４２' }, 'format', '编号的写法不对，看着像 VC018842'],
  ['no number at all', { 员工编号: 'X1' }, 'format', '编号要写成 VC 加 6 位数字'],
  ['a short phone', { 手机号: '1380000042' }, 'format', '手机号要是 1 开头的 11 位数字，这里有 10 位'],
  ['a name of one letter', { 姓名: '林' }, 'format', '姓名要有 2 到 20 个字，写在一行里'],
  ['a day that is none', { 入职日期: '2026-02-30' }, 'format', '入职日期要写成 2026-11-02 这样'],
  ['a day of a spreadsheet', { 入职日期: '43528' }, 'format', '入职日期要写成 2026-11-02 这样'],
  ['a day too far ahead', { 入职日期: '2088-11-02' }, 'format', '入职日期写成了 2088-11-02'],
  ['a day a year and a day ahead', { 入职日期: '2027-11-26' }, 'format', '入职日期写成了 2027-11-26'],
  [
    'a day too long ago',
    { 入职日期: '1949-12-31' },
    'format',
    '入职日期写成了 1949-12-31，看着像 1994-12-31',
  ],
])('stops %s', (_what, changes, problem, detail) => {
  const { rows, problems } = read(lineOf(changes))
  expect(rows).toEqual([])
  expect(problems).toMatchObject([{ line: 2, problem, detail }])
})

test('stops both lines of one number, and each names the other', () => {
  const { rows, problems } = read(
    lineOf({}),
    lineOf({ 部门: '质量' }, 7),
    lineOf({ 员工编号: 'VC000001', 手机号: '13900000001' }, 9),
  )
  expect(rows.map(({ line }) => line)).toEqual([9])
  expect(problems.map(({ line, problem, detail }) => [line, problem, detail])).toEqual([
    [2, 'duplicate', '和第 7 行编号相同'],
    [7, 'duplicate', '和第 2 行编号相同'],
  ])
})

test('stops two working colleagues with one phone, but not a leaver who handed it on', () => {
  const other = { 员工编号: 'VC000001', 姓名: '丁一凡' }
  expect(read(lineOf({}), lineOf(other, 3)).problems.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'samePhone'],
    [3, 'samePhone'],
  ])
  expect(read(lineOf({}), lineOf({ ...other, 状态: '离职' }, 3)).problems).toEqual([])
})

test('never repeats a phone number in what it says', () => {
  const phones = fc.stringMatching(/^1\d{7,12}$/)
  fc.assert(
    fc.property(phones, phones, (one, another) => {
      const { problems } = read(
        lineOf({ 手机号: one }),
        lineOf({ 手机号: another, 员工编号: 'VC000001' }, 3),
        lineOf({ 手机号: one, 员工编号: 'VC000002' }, 4),
      )
      return problems.every(({ detail }) => !detail.includes(one) && !detail.includes(another))
    }),
  )
})

test('every line is either a row or has a problem, once', () => {
  const cell = fc.constantFrom(
    '',
    'VC000001',
    'VC000002',
    '13800000001',
    '在职',
    '离职',
    '2020-01-01',
    '林晓川',
  )
  const cells = fc.record(Object.fromEntries(Object.keys(good).map(column => [column, cell])))
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 30 }), all => {
      const lines = all.map((given, index) => lineOf(given as Record<RosterColumn, string>, index + 2))
      const { rows, problems } = readRoster(lines, TODAY)
      const told = [...new Set([...rows, ...problems].map(({ line }) => line))]
      return told.length === lines.length && rows.every(({ line }) => problems.every(p => p.line !== line))
    }),
  )
})

describe('compared with the present roster', () => {
  const compare = (given: RosterRow[], present: RosterRow[], newPlaces = true) =>
    compareRoster(
      { rows: given.map((each, index) => ({ line: index + 2, row: each })), ...noProblems },
      present,
      { newPlaces },
    )

  test.each<[string, RosterRow | null, RosterRow, string | null]>([
    ['somebody new', null, row, 'join'],
    ['somebody as they were', row, row, null],
    ['another department', row, { ...row, department: '质量' }, 'change'],
    ['another phone', row, { ...row, phone: '13900000000' }, 'change'],
    ['a leaver', row, { ...row, status: 'left' }, 'leave'],
    ['a leaver who had left', { ...row, status: 'left' }, { ...row, status: 'left' }, null],
    ['a leaver whom nobody knew', null, { ...row, status: 'left' }, null],
    ['somebody who comes back', { ...row, status: 'left' }, row, 'change'],
  ])('%s', (_what, before, after, action) => {
    const { changes, unchanged } = compare([after], before ? [before] : [])
    expect(changes).toMatchObject(action === null ? [] : [{ action, row: after }])
    expect(unchanged).toBe(action === null ? 1 : 0)
  })

  test('a department or a site that nobody is in waits for a person, unless it is meant so', () => {
    const known = { ...row, department: '物流', site: '上海' }
    const moved = { ...known, department: '物流二部' }
    const lines = (given: RosterRow, newPlaces = false) => compare([given], [known], newPlaces)
    const { changes, problems } = lines(moved)
    expect(changes).toEqual([])
    expect(problems).toMatchObject([
      { problem: 'unknownPlace', detail: '系统里没有「物流二部」，最接近 物流', department: '物流二部' },
    ])
    expect(lines({ ...known, site: '南极' }).problems).toMatchObject([{ detail: '系统里没有「南极」' }])
    expect(lines({ ...moved, status: 'left' }).changes).toMatchObject([{ action: 'leave' }])
    expect(lines(moved, true).changes).toMatchObject([{ action: 'change' }])
    expect(compare([moved], [], false).problems).toEqual([])
  })

  test('administrators leave by a file only while another one stays', () => {
    const other = { ...row, employeeId: 'VC000777', phone: '13900000777' }
    const leaving = (rows: readonly RosterRow[]) =>
      compareRoster(
        {
          rows: rows.map((one, index) => ({ line: index + 2, row: { ...one, status: 'left' } })),
          ...noProblems,
        },
        [row, other],
        { adminIds: new Set([row.employeeId, other.employeeId]) },
      )
    expect(leaving([row]).counts.leave).toBe(1)
    const both = leaving([row, other])
    expect(both.counts.leave).toBe(0)
    expect(both.problems.map(({ problem }) => problem)).toEqual(['lastAdmin', 'lastAdmin'])
  })

  test('says what changes and what stood there, but no whole phone number', () => {
    const moved = { ...row, department: '质量', phone: '13900000000' }
    const newcomer = { ...row, employeeId: 'VC000001', phone: '13800000001' }
    const { changes, changedFields } = compare([moved, newcomer], [row])
    expect(changes.map(({ changed }) => changed)).toEqual([
      [],
      [
        { field: 'phone', was: '138****0426' },
        { field: 'department', was: '研发采购' },
      ],
    ])
    expect(changedFields).toEqual({ name: 0, phone: 1, department: 1, site: 0, joinedOn: 0, status: 0 })
  })

  test('leaves those out whom the file does not name', () => {
    expect(compare([], [row]).changes).toEqual([])
  })

  test('writes joining before changing before leaving', () => {
    const id = (number: number, changes: Partial<RosterRow> = {}): RosterRow => ({
      ...row,
      employeeId: `VC00000${number}`,
      phone: `1380000000${number}`,
      ...changes,
    })
    const { changes, counts } = compare(
      [id(1, { status: 'left' }), id(2, { site: '成都' }), id(3)],
      [id(1), id(2)],
    )
    expect(changes.map(({ action }) => action)).toEqual(['join', 'change', 'leave'])
    expect(counts).toEqual({ join: 1, change: 1, leave: 1 })
  })

  test('stops a phone that a colleague outside the file has', () => {
    const newcomer = { ...row, employeeId: 'VC000001' }
    const { changes, problems } = compare([newcomer], [row])
    expect(changes).toEqual([])
    expect(problems).toMatchObject([
      { line: 2, problem: 'samePhone', detail: '手机号和名单里的 VC018842 相同' },
    ])
    expect(compare([newcomer], [{ ...row, status: 'left' }]).problems).toEqual([])
    expect(compare([newcomer, { ...row, phone: '13900000000' }], [row]).problems).toEqual([])
  })

  test('stops a phone that stays with a colleague whose line is stopped, and with whom that stops in turn', () => {
    const [one, two, three, four] = [1, 2, 3, 4].map(number => ({
      ...row,
      employeeId: `VC00000${number}`,
      phone: `1380000000${number}`,
    })) as [RosterRow, RosterRow, RosterRow, RosterRow]
    const lines = [
      { ...one, phone: two.phone },
      { ...two, phone: three.phone },
      { ...three, phone: '13900000000', department: '物流二部' },
      { ...four, phone: '13900000001' },
    ]
    const { changes, problems } = compare(lines, [one, two, three, four], false)
    expect(changes.map(change => change.row.employeeId)).toEqual([four.employeeId])
    expect(problems).toMatchObject([
      { line: 2, problem: 'samePhone', detail: `手机号和名单里的 ${two.employeeId} 相同` },
      { line: 3, problem: 'samePhone', detail: `手机号和名单里的 ${three.employeeId} 相同` },
      { line: 4, problem: 'unknownPlace' },
    ])
    const renamed = compare([{ ...three, department: '物流二部' }], [three], false)
    expect(renamed.problems.map(({ problem }) => problem)).toEqual(['unknownPlace'])
  })

  test('comparing again after applying finds nothing to do', () => {
    const people = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 0, max: 30 }),
        left: fc.boolean(),
        site: fc.constantFrom('上海', '成都'),
      }),
      { selector: ({ number }) => number },
    )
    const rowsOf = (given: { number: number; left: boolean; site: string }[]): RosterRow[] =>
      given.map(({ number, left, site }) => ({
        ...row,
        employeeId: `VC${String(number).padStart(6, '0')}`,
        phone: `138${String(number).padStart(8, '0')}`,
        site,
        status: left ? 'left' : 'active',
      }))
    fc.assert(
      fc.property(people, people, (before, file) => {
        const present = new Map(rowsOf(before).map(each => [each.employeeId, each]))
        const given = rowsOf(file)
        for (const { row: changed } of compare(given, [...present.values()]).changes)
          present.set(changed.employeeId, changed)
        return compare(given, [...present.values()]).changes.length === 0
      }),
    )
  })
})
