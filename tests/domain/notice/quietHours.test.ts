import { heldUntil } from '@domain/notice/quietHours'

const at = (clock: string) => Date.parse(`2026-11-24T${clock}+08:00`)
const morning = (on: string) => Date.parse(`${on}T07:00:00+08:00`)

test.each([
  ['20:59:59', null],
  ['21:00:00', morning('2026-11-25')],
  ['23:59:59', morning('2026-11-25')],
  ['00:00:00', morning('2026-11-24')],
  ['06:59:59', morning('2026-11-24')],
  ['07:00:00', null],
])('a message of %s waits until then', (clock, expected) => {
  expect(heldUntil('orderProgress', at(clock))).toBe(expected)
})

test('an offered seat does not wait, because it would be gone', () => {
  expect(heldUntil('seatOffered', at('23:00:00'))).toBeNull()
})
