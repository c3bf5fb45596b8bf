import { type Listed, problemsAsCsv, sayUnlisted } from '@/rooms/mall/pages/ship/report'

const linesOf = (count: number, wrong: boolean, from = 2): Listed['lines'] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ line: from + index, number: 'M2611 2400 418', wrong },
    words: wrong ? '没有这个订单' : '顺丰速运 SF12345678',
  }))

test('of lines that are not listed it is said whether they are wrong', () => {
  const right = linesOf(3, false)
  const wrong = linesOf(3, true)
  expect(sayUnlisted({ lines: right, more: 0, wrong: 0 })).toBeNull()
  expect(sayUnlisted({ lines: right, more: 4_200, wrong: 0 })).toBe('还有 4,200 行可以的没有列出')
  expect(sayUnlisted({ lines: [...wrong, ...right], more: 2, wrong: 3 })).toBe('还有 2 行可以的没有列出')
  expect(sayUnlisted({ lines: wrong, more: 200, wrong: 203 })).toBe('还有 200 行要改的没有列出，要改的会跳过')
  expect(sayUnlisted({ lines: wrong, more: 210, wrong: 203 })).toBe(
    '还有 200 行要改的、10 行可以的没有列出，要改的会跳过',
  )
})

test('the table of what is to be put right has the wrong lines alone, and says how many it lacks', () => {
  const lines = [...linesOf(1, true), ...linesOf(1, false, 3)]
  const whole = '行,号码,问题\n2,M2611 2400 418,没有这个订单'
  expect(problemsAsCsv({ lines, more: 9, wrong: 1 })).toBe(whole)
  expect(problemsAsCsv({ lines: linesOf(1, true), more: 300, wrong: 201 })).toBe(
    `${whole}\n,,还有 200 行要改的没有列出，改好这些再核对一次`,
  )
})
