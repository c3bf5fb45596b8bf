import fc from 'fast-check'
import { mean, median, percentile } from '../../tools/bench/percentile'

describe('the percentile by nearest rank', () => {
  test.each([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [99, 50],
    [100, 50],
  ])('%d%% of 15, 20, 35, 40, 50 is %d', (p, expected) => {
    expect(percentile([40, 15, 50, 20, 35], p)).toBe(expected)
  })

  test('the 7th percentile of 1 to 100 is 7: 0.07 × 100 is a little more in floating point', () => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, i) => i + 1),
        7,
      ),
    ).toBe(7)
  })

  test('is a value that was measured, and at least p percent do not exceed it, but fewer do the next lower', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (values, p) => {
          const found = percentile(values, p)
          const notAbove = values.filter(value => value <= found).length
          const below = values.filter(value => value < found).length
          expect(values).toContain(found)
          expect(notAbove * 100).toBeGreaterThanOrEqual(p * values.length)
          expect(below * 100).toBeLessThan(p * values.length)
        },
      ),
    )
  })

  test('leaves what it was given in its order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  test.each([0, -1, 101, Number.NaN])('there is none of %d', p => {
    expect(() => percentile([1], p)).toThrow(RangeError)
  })

  test('there is none of nothing, and no mean', () => {
    expect(() => percentile([], 50)).toThrow(RangeError)
    expect(() => mean([])).toThrow(RangeError)
  })
})
