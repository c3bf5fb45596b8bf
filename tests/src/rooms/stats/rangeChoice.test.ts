import { rangeProblem } from '@/rooms/stats/rangeChoice'

const today = '2026-11-24'

it.each([
  ['2026-11-10', '2026-11-23', null],
  ['2026-11-24', '2026-11-24', null],
  ['2026-09-24', '2026-11-24', null],
  ['2026-09-23', '2026-11-24', '最长 62 天，往前挪一点'],
  ['2026-11-20', '2026-11-19', '要和开始同一天，或在它之后'],
  ['2026-11-20', '2026-11-25', '还没到这一天，最晚选今天'],
])('from %s to %s: %s', (from, on, problem) => {
  expect(rangeProblem({ from, on }, today)).toBe(problem)
})
