import { deskOpensAt } from '@domain/mall/deskHours'

const at = (words: string) => Date.parse(`${words}:00+08:00`)

test.each([
  ['before', '2026-11-19T07:36', '2026-11-19T09:00'],
  ['at the first minute', '2026-11-19T09:00', '2026-11-19T09:00'],
  ['in between', '2026-11-19T12:10', '2026-11-19T12:10'],
  ['at the last minute, for the next day', '2026-11-19T18:00', '2026-11-20T09:00'],
  ['on a Friday evening, for Monday', '2026-11-20T19:00', '2026-11-23T09:00'],
  ['on a Sunday', '2026-11-22T10:00', '2026-11-23T09:00'],
])('says when a desk opens: %s', (_when, now, opens) => {
  expect(deskOpensAt('工作日 9:00–18:00', at(now), ['2026-11-21', '2026-11-22'])).toBe(at(opens))
})

test('goes by the days off that it is told on 工作日, and by the week on 周一至周五', () => {
  const eve = at('2026-09-30T19:00')
  const daysOff = Array.from({ length: 7 }, (_, day) => `2026-10-0${day + 1}`)
  expect(deskOpensAt('工作日 9:00–18:00', eve, daysOff)).toBe(at('2026-10-08T09:00'))
  expect(deskOpensAt('周一至周五 9:00–18:00', eve, daysOff)).toBe(at('2026-10-01T09:00'))
  const worked = at('2026-10-10T10:00')
  expect(deskOpensAt('工作日 9:00–18:00', worked, daysOff)).toBe(worked)
})

test('reads hours of every day, and none that nobody has agreed on', () => {
  const sunday = at('2026-11-22T10:00')
  expect(deskOpensAt('每天 8:30-20:00', sunday, [])).toBe(sunday)
  expect(deskOpensAt('8:30-20:00', sunday, [])).toBe(sunday)
  expect(deskOpensAt('周二和周四 9:00–11:00', sunday, [])).toBeUndefined()
  expect(deskOpensAt('9:00–11:00，14:00–17:00', sunday, [])).toBeUndefined()
  expect(deskOpensAt('问一下门卫', sunday, [])).toBeUndefined()
})
