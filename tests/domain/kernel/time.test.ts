import { DAY_MS, dayOf, inChina, instantAt, monthOf, startOfDay, weekdayOf } from '@domain/kernel/time'

const utc = (instant: string) => Date.parse(instant)

test.each([
  ['2026-03-01T15:59:59.999Z', '2026-03-01', '2026-03', 7],
  ['2026-03-01T16:00:00.000Z', '2026-03-02', '2026-03', 1],
  ['2026-02-28T16:00:00.000Z', '2026-03-01', '2026-03', 7],
  ['2025-12-31T15:59:59.999Z', '2025-12-31', '2025-12', 3],
  ['2025-12-31T16:00:00.000Z', '2026-01-01', '2026-01', 4],
  ['2028-02-28T16:00:00.000Z', '2028-02-29', '2028-02', 2],
])('%s is %s in China', (instant, day, month, weekday) => {
  expect(dayOf(utc(instant))).toBe(day)
  expect(monthOf(utc(instant))).toBe(month)
  expect(weekdayOf(utc(instant))).toBe(weekday)
})

test('a day begins at 16:00 UTC of the day before', () => {
  expect(startOfDay('2026-03-02')).toBe(utc('2026-03-01T16:00:00.000Z'))
})

test('a time of day is one of its day in China, and none where either is missing', () => {
  expect(instantAt('2026-03-02', '07:30')).toBe(utc('2026-03-01T23:30:00.000Z'))
  expect([instantAt('', '07:30'), instantAt('2026-03-02', ''), instantAt('2026-13-02', '07:30')]).toEqual([
    null,
    null,
    null,
  ])
})

test('days and months are those of the calendar in China, also far from today', () => {
  const instants = [
    0,
    Date.parse('2026-12-31T15:59:59.999Z'),
    Date.parse('2026-12-31T16:00:00Z'),
    -1,
    8.64e15 - DAY_MS,
  ]
  for (const at of instants) {
    expect(dayOf(at)).toBe(inChina(at).format('YYYY-MM-DD'))
    expect(monthOf(at)).toBe(inChina(at).format('YYYY-MM'))
  }
})
