import { pageOf, sortKey } from '@domain/kernel/paging'
import fc from 'fast-check'

test.each([
  [[], null],
  [[1, 2], null],
  [[1, 2, 3], '2'],
])('of the rows %j two are shown and %j is the cursor', (rows, next) => {
  expect(pageOf(rows, 2, row => row)).toEqual({ rows: rows.slice(0, 2), next })
})

test('keys sort as text by the number first and the id then', () => {
  const number = fc.nat(1_000_000_000).map(value => value / 1_000)
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(sortKey(one, 'b') < sortKey(other, 'a')).toBe(one < other)
    }),
  )
  expect(sortKey(1, 'a') < sortKey(1, 'b')).toBe(true)
})
