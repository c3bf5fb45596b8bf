import { sayLendingDays } from '@domain/access/lending'

const at = (on: string) => Date.parse(`${on}T00:00:00+08:00`)

test('a loan is told by its last day, not by the moment after it', () => {
  const days = (from: string, end: string) => sayLendingDays({ startsAt: at(from), endsAt: at(end) })
  expect(days('2026-11-23', '2026-11-26')).toBe('11 月 23 日到 11 月 25 日')
  expect(days('2026-11-23', '2026-11-24')).toBe('11 月 23 日')
})
