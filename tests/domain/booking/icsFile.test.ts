import { icsFileOf } from '@domain/booking/icsFile'

const entry = {
  id: 'bike-dishui',
  title: '骑行，环湖; 34 公里\n带头盔',
  place: '滴水湖站 2 号口',
  startsAt: Date.parse('2026-11-28T08:30:00+08:00'),
  endsAt: Date.parse('2026-11-28T12:00:00+08:00'),
}
const file = icsFileOf(entry, Date.parse('2026-11-24T07:40:00+08:00'))

test('has the times in UTC and one identity, whenever it is saved', () => {
  expect(file).toContain('DTSTART:20261128T003000Z\r\n')
  expect(file).toContain('DTEND:20261128T040000Z\r\n')
  expect(file).toContain('UID:bike-dishui\r\n')
})

test('escapes what has a meaning in the format', () => {
  expect(file).toContain('SUMMARY:骑行，环湖\\; 34 公里\\n带头盔\r\n')
})

test('folds long lines at 75 octets without cutting a character', () => {
  const long = icsFileOf({ ...entry, title: '骑'.repeat(60) }, 0)
  const lines = long.split('\r\n')
  expect(lines.every(line => new TextEncoder().encode(line).length <= 75)).toBe(true)
  expect(long.replace(/\r\n /g, '')).toContain(`SUMMARY:${'骑'.repeat(60)}`)
})
