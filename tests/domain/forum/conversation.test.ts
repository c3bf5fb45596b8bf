import { bestKeyOf, tailFrom, tailPauseMs } from '@domain/forum/conversation'

test.each([
  ['a reply counts more than a like', { likes: 0, replies: 1 }, { likes: 1, replies: 0 }],
  ['three likes more than a reply', { likes: 3, replies: 0 }, { likes: 0, replies: 1 }],
  ['ten more than nine, though it sorts as text', { likes: 10, replies: 0 }, { likes: 9, replies: 0 }],
])('%s', (_what, better, worse) => {
  // The worse one has the later id, so that only what people did can decide.
  expect(bestKeyOf('01A', better) > bestKeyOf('01B', worse)).toBe(true)
})

test('of two that nobody has touched the newer one is better, and no two keys are the same', () => {
  const none = { likes: 0, replies: 0 }
  expect(bestKeyOf('01B', none) > bestKeyOf('01A', none)).toBe(true)
})

test('a reader is told what changed since ten seconds before, and after ten minutes to begin anew', () => {
  expect(tailFrom(100_000, 105_000)).toBe(90_000)
  expect(tailFrom(0, 600_000)).toBe(-10_000)
  expect(tailFrom(0, 600_001)).toBeNull()
})

test('an open post asks every five seconds while people talk, and once a minute in silence', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(tailPauseMs)).toEqual(
    [5, 5, 5, 10, 20, 60, 60].map(seconds => seconds * 1000),
  )
})
