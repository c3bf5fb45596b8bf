import { EDIT_WINDOW_MS, isEditable } from '@domain/forum/editing'

test.each([
  [0, true],
  [EDIT_WINDOW_MS, true],
  [EDIT_WINDOW_MS + 1, false],
])('a post of %d ms ago may still be changed: %s', (age, editable) =>
  expect(isEditable(1_000, 1_000 + age)).toBe(editable),
)
