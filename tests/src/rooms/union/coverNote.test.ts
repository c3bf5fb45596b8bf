import { coverNote } from '@/rooms/union/coverNote'

const [passed, waits] = [{ checking: false }, { checking: true }]

test('under the pictures stands the way in, or what still has to be waited for', () => {
  expect(coverNote([])).toContain('从手机选一张')
  expect(coverNote([passed])).toBe('')
  expect(coverNote([waits, passed, waits])).toMatch(/^2 张在检查/)
})
