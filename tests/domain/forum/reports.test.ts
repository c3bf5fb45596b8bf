import { accuracyOf, HIDING_WEIGHT, hides, isUnheeded, recordFrom, weightOf } from '@domain/forum/reports'
import { DAY_MS } from '@domain/kernel/time'
import fc from 'fast-check'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const fresh = { upheld: 0, decided: 0 }

test.each([
  [fresh, 1 / 2],
  [{ upheld: 1, decided: 1 }, 2 / 3],
  [{ upheld: 0, decided: 1 }, 1 / 3],
  [{ upheld: 11, decided: 12 }, 12 / 14],
])('a reporter with %j is right with probability %d', (record, accuracy) => {
  expect(accuracyOf(record)).toBeCloseTo(accuracy)
})

test.each([
  [{ upheld: 0, decided: 4 }, false],
  [{ upheld: 0, decided: 5 }, true],
  [{ upheld: 1, decided: 9 }, true],
  [{ upheld: 2, decided: 9 }, false],
])('whether %j is unheeded: %s', (record, unheeded) => {
  expect(isUnheeded(record)).toBe(unheeded)
  if (unheeded) expect(weightOf(record)).toBe(0)
})

const record = fc
  .record({ upheld: fc.nat(200), wrong: fc.nat(200) })
  .map(({ upheld, wrong }) => ({ upheld, decided: upheld + wrong }))

test('two people never hide anything, whoever they are', () => {
  fc.assert(fc.property(record, record, (a, b) => !hides(weightOf(a) + weightOf(b))))
})

test('three of whom nobody knows anything hide it, and so do any three who are right more often than not', () => {
  expect(weightOf(fresh) * 3).toBe(HIDING_WEIGHT)
  const good = record.filter(({ upheld, decided }) => 2 * upheld >= decided)
  fc.assert(fc.property(good, good, good, (a, b, c) => hides(weightOf(a) + weightOf(b) + weightOf(c))))
})

test('however many who are always wrong hide nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 200 }), fc.integer({ min: 1, max: 500 }), (decided, count) => {
      expect(hides(weightOf({ upheld: 0, decided }) * count)).toBe(false)
    }),
  )
})

test('a record counts what was decided within a year, for or against', () => {
  const earlier = [
    { outcome: 'upheld', at: NOW - DAY_MS },
    { outcome: 'upheld', at: NOW - 366 * DAY_MS },
    { outcome: 'dismissed', at: NOW - 2 * DAY_MS },
    { outcome: 'open', at: NOW - 3 * DAY_MS },
    { outcome: 'void', at: NOW - 4 * DAY_MS },
  ] as const
  expect(recordFrom(earlier, NOW)).toEqual({ upheld: 1, decided: 2 })
})
