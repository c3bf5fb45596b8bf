import {
  type ClaimCells,
  type ClaimRow,
  claimColumns,
  compareClaims,
  readClaims,
  sayClaimChange,
} from '@domain/selfservice/claimFile'
import { shownField, titleAsText, titleCode } from '@domain/selfservice/invoiceTitle'
import { claimStates, claimTable, fenOf, mayMoveClaim, yuanOf } from '@domain/selfservice/reimbursement'
import { checkCharacterOf, isTaxNumber } from '@domain/selfservice/taxNumber'

test('a tax number is right by its check character', () => {
  // The example of GB 32100-2015.
  expect(isTaxNumber('91350100M000100Y43')).toBe(true)
  expect(checkCharacterOf('91350100M000100Y4')).toBe('3')
  expect(isTaxNumber('91350100M000100Y44')).toBe(false)
  expect(isTaxNumber('91350100M000100Y4')).toBe(false)
  // I, O, S, V and Z are no characters of a code.
  expect(isTaxNumber('9135010OM000100Y43')).toBe(false)
})

test('every single wrong character of a tax number is noticed', () => {
  const right = '91350100M000100Y43'
  for (let place = 0; place < right.length; place += 1)
    for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY')
      if (other !== right[place])
        expect(isTaxNumber(right.slice(0, place) + other + right.slice(place + 1))).toBe(false)
})

const title = {
  name: '沃社区示例（上海）有限公司',
  taxNumber: '91310000DEMX00001C',
  address: '上海市嘉定区示例路 88 号',
  phone: '021-00000000',
  bank: '示例银行上海分行',
  account: '0000111122223333444',
}

test('the code of a title has the parts that tills read, and a CRC of them', () => {
  const code = titleCode(title)
  expect(code).toMatch(/^\$01[^$]+<\/>[0-9A-F]{4}\$$/)
  expect(code.slice(3).split('</>').slice(0, 4)).toEqual([
    title.name,
    title.taxNumber,
    `${title.address} ${title.phone}`,
    `${title.bank} ${title.account}`,
  ])
  expect(titleCode({ ...title, account: '0000111122223333445' }).slice(-5)).not.toBe(code.slice(-5))
})

test('what is copied is exact, what is shown is grouped', () => {
  expect(shownField(title, 'taxNumber')).toBe('9131 0000 DEMX 0000 1C')
  expect(titleAsText(title)).toContain('税号：91310000DEMX00001C')
})

test('amounts are fen', () => {
  expect(['1842', '1,842.5', '￥0.01', '12.345', '0', '-3', '一百'].map(fenOf)).toEqual([
    184_200,
    184_250,
    1,
    null,
    null,
    null,
    null,
  ])
  expect([184_250, 1, 100_000_000].map(yuanOf)).toEqual(['1,842.50', '0.01', '1,000,000.00'])
})

test('what was paid stays paid, and nothing goes back to having just arrived', () => {
  expect(claimStates.filter(state => mayMoveClaim('paid', state))).toEqual(['paid'])
  expect(Object.values(claimTable).some(next => next.includes('received'))).toBe(false)
})

const NUMBER = '26312000000012345678'

function cells(line: number, given: Partial<ClaimCells['cells']> = {}): ClaimCells {
  const whole = {
    员工编号: 'VC018842',
    发票号码: NUMBER,
    开票日期: '2026/11/18',
    金额: '1,842.00',
    事由: '成都出差，三天',
    状态: '审核中',
    说明: '',
    ...given,
  }
  return {
    line,
    cells: Object.fromEntries(claimColumns.map(column => [column, whole[column]])) as ClaimCells['cells'],
  }
}

test('each line is read by itself, and what is wrong is said by line', () => {
  const { rows, problems } = readClaims([
    cells(2),
    cells(3, { 金额: '' }),
    cells(4, { 状态: '好了' }),
    cells(5, { 发票号码: '123' }),
    cells(6, { 金额: '1842.005' }),
    cells(7),
  ])
  expect(rows.map(({ row }) => row)).toEqual([
    {
      employeeId: 'VC018842',
      number: NUMBER,
      invoicedOn: '2026-11-18',
      amountFen: 184_200,
      subject: '成都出差，三天',
      state: 'reviewing',
      note: '',
    },
  ])
  expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'missing'],
    [4, 'unknownState'],
    [5, 'format'],
    [6, 'format'],
    [7, 'duplicate'],
  ])
})

test('a line with several faults names all of them', () => {
  const { problems } = readClaims([cells(2, { 金额: '一百', 状态: '好了', 事由: '' })])
  expect(problems.map(({ detail }) => detail)).toEqual([
    '事由是空的；状态要写成已收到、审核中、等你补充、已退回、已到账之一；金额要大于零，写成 1842.00 这样',
  ])
})

test('what becomes of an invoice is said part by part', () => {
  const [read] = readClaims([cells(2)]).rows
  const row = read?.row as ClaimRow
  expect(sayClaimChange({ row, before: null })).toEqual(['新增，审核中'])
  const before = { ...row, state: 'received' as const, amountFen: 1, note: '少一张' }
  expect(sayClaimChange({ row, before })).toEqual([
    '状态 已收到 → 审核中',
    '金额 0.01 → 1,842.00',
    '说明 少一张 → 空',
  ])
})

test('an invoice keeps its owner and moves only forward', () => {
  const { rows } = readClaims([cells(2)])
  const row = rows[0]?.row as ClaimRow
  const everybody = new Set(['VC018842'])
  const known = (given: Partial<ClaimRow>) => new Map([[NUMBER, { ...row, ...given }]])
  expect(compareClaims(rows, new Map(), everybody).changes).toEqual([{ action: 'add', row, before: null }])
  expect(compareClaims(rows, known({ state: 'received' }), everybody).changes).toEqual([
    { action: 'move', row, before: { ...row, state: 'received' } },
  ])
  expect(compareClaims(rows, known({}), everybody)).toEqual({ changes: [], unchanged: 1, problems: [] })
  expect(compareClaims(rows, known({ state: 'paid' }), everybody).problems[0]?.problem).toBe('stepBack')
  expect(compareClaims(rows, known({ employeeId: 'VC000009' }), everybody).problems[0]?.problem).toBe(
    'otherOwner',
  )
  expect(compareClaims(rows, new Map(), new Set()).problems[0]?.problem).toBe('unknownEmployee')
})
