import { heatKeyOf, heatOf } from '@domain/forum/heat'
import fc from 'fast-check'

const postedAt = Date.parse('2026-03-02T12:00:00+08:00')
const POINTS_TENFOLD_MS = 45_000_000
const facts = fc.record({
  likes: fc.nat(10_000),
  comments: fc.nat(10_000),
  postedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

test('ten times the points weigh as much as 12.5 hours', () => {
  const talked = heatOf({ likes: 100, comments: 0, postedAt })
  const fresher = heatOf({ likes: 10, comments: 0, postedAt: postedAt + POINTS_TENFOLD_MS })
  expect(talked).toBeCloseTo(fresher, 9)
})

test('a comment counts as two likes, and the first point lifts nothing yet', () => {
  expect(heatOf({ likes: 2, comments: 4, postedAt })).toBe(heatOf({ likes: 10, comments: 0, postedAt }))
  expect(heatOf({ likes: 1, comments: 0, postedAt })).toBe(heatOf({ likes: 0, comments: 0, postedAt }))
})

test('keys sort as text as heats sort as numbers', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      fc.pre(Math.abs(heatOf(one) - heatOf(other)) > 1e-5)
      expect(heatKeyOf('a', one) < heatKeyOf('b', other)).toBe(heatOf(one) < heatOf(other))
    }),
  )
})

test('equally hot posts have different keys, so that no page loses one', () => {
  const same = { likes: 3, comments: 1, postedAt }
  expect(heatKeyOf('a', same)).not.toBe(heatKeyOf('b', same))
})
