import { EDIT_WINDOW_MS, editMinutesLeft, isEditable } from '@domain/forum/editing'

test.each([
  [0, true],
  [EDIT_WINDOW_MS, true],
  [EDIT_WINDOW_MS + 1, false],
])('a post of %d ms ago may still be changed: %s', (age, editable) =>
  expect(isEditable(1_000, 1_000 + age)).toBe(editable),
)

test.each([
  [-30_000, 30],
  [0, 30],
  [1, 30],
  [60_000, 29],
  [EDIT_WINDOW_MS - 1, 1],
  [EDIT_WINDOW_MS + 1, 0],
])('of a post of %d ms ago %d minutes are left', (age, minutes) =>
  expect(editMinutesLeft(1_000_000, 1_000_000 + age)).toBe(minutes),
)
