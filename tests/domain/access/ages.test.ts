import { agesOf } from '@domain/access/ages'
import { HOUR_MS } from '@domain/kernel/time'

const MONDAY = Date.parse('2026-11-23T10:00:00+08:00')

test('nothing that waits has no age', () => {
  expect(agesOf([], MONDAY)).toBeNull()
})

test('a weekend and a night are nobody’s delay', () => {
  const friday = Date.parse('2026-11-20T18:00:00+08:00')
  expect(agesOf([friday], MONDAY)).toEqual({ medianWorkingMs: 5 * HOUR_MS, longestWorkingMs: 5 * HOUR_MS })
})

test('one that was forgotten moves the longest and not the median', () => {
  const since = [MONDAY - HOUR_MS, MONDAY - 2 * HOUR_MS, Date.parse('2026-11-16T07:00:00+08:00')]
  expect(agesOf(since, MONDAY)).toEqual({ medianWorkingMs: 2 * HOUR_MS, longestWorkingMs: 68 * HOUR_MS })
})
