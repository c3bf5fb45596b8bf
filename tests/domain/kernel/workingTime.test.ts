import { HOUR_MS } from '@domain/kernel/time'
import { WORKING_DAY_MS } from '@domain/kernel/workingDay'
import { workingTimeAt } from '@domain/kernel/workingTime'
import fc from 'fast-check'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const between = (from: string, to: string) => (workingTimeAt(at(to)) - workingTimeAt(at(from))) / HOUR_MS

test.each([
  ['within a day', '2026-11-24T09:00', '2026-11-24T11:30', 2.5],
  ['before the morning', '2026-11-24T03:00', '2026-11-24T07:00', 0],
  ['over a night', '2026-11-23T19:00', '2026-11-24T08:00', 2],
  ['over a weekend', '2026-11-20T18:00', '2026-11-23T08:00', 3],
  ['within a weekend', '2026-11-21T00:00', '2026-11-23T07:00', 0],
  ['over the National Day holiday of 2025', '2025-09-30T20:00', '2025-10-09T08:00', 1],
  ['on a Sunday that is worked for it', '2025-09-28T09:00', '2025-09-28T12:00', 3],
])('%s', (_what, from, to, hours) => {
  expect(between(from, to)).toBe(hours)
})

test('it never falls, and runs at most as fast as the clock', () => {
  const instant = fc.integer({ min: at('2019-01-01T00:00'), max: at('2030-01-01T00:00') })
  fc.assert(
    fc.property(instant, fc.nat(10 * WORKING_DAY_MS), (from, ms) => {
      const passed = workingTimeAt(from + ms) - workingTimeAt(from)
      expect(passed).toBeGreaterThanOrEqual(0)
      expect(passed).toBeLessThanOrEqual(ms)
    }),
  )
})
