import { dayAfter, monthAfter, weeksOf } from '@/ui/calendar/monthGrid'

test('a month stands in weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks.every(week => week.length === 7)).toBe(true)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
  expect(weeks.flat().filter(on => on !== null)).toHaveLength(30)
})

test('a February of four whole weeks has no blanks, a leap year its 29th', () => {
  expect(weeksOf('2027-02').flat()).toHaveLength(28)
  expect(weeksOf('2028-02').flat()).toContain('2028-02-29')
})

test('months and days go over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
})
