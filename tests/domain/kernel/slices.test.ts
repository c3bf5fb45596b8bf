import { slicesOf } from '@domain/kernel/slices'

test.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3, 4, 5],
    [[1, 2], [3, 4], [5]],
  ],
])('%j is taken in twos as %j', (list, slices) => {
  expect(slicesOf(list, 2)).toEqual(slices)
})
