import { DAY_MS } from '@domain/kernel/time'
import { act, renderHook } from '@testing-library/react'
import { noteFull, useMultiplier } from '@/rooms/coin/multiplier'

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const hour = { startsAt: NOW, endsAt: NOW + 5_400_000, multiplier: 2, running: true }

it('multiplies while the hour runs, until the day has given all, and again the next day', () => {
  const shown = (now: number, happyHour: typeof hour | null = hour) =>
    renderHook(() => useMultiplier('forum.comment', happyHour, now)).result.current
  expect([shown(NOW - 1), shown(NOW), shown(hour.endsAt), shown(NOW, null)]).toEqual([1, 2, 1, 1])
  act(() => noteFull('forum.post', NOW))
  expect(shown(NOW)).toBe(2)
  act(() => noteFull('forum.comment', NOW))
  expect(shown(NOW)).toBe(1)
  const tomorrow = { ...hour, startsAt: NOW + DAY_MS, endsAt: hour.endsAt + DAY_MS }
  expect(shown(NOW + DAY_MS, tomorrow)).toBe(2)
})
