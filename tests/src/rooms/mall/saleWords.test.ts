import { nextPeriodOn } from '@domain/mall/goods'
import { sayPeriodOver, saySale, sayTile } from '@/rooms/mall/saleWords'

const NOW = Date.parse('2026-11-24T07:28:00+08:00')
const sale = { opensAt: Date.parse('2026-11-24T07:30:00+08:00'), closesAt: null }
const plain = { stock: 100, sale: null, experienceMin: null }

test('a tile says the one thing that matters before price and name', () => {
  expect(sayTile(plain, NOW)).toBeUndefined()
  expect(sayTile({ ...plain, stock: 19 }, NOW)).toBe('剩 19')
  expect(sayTile({ ...plain, experienceMin: 400 }, NOW)).toBe('Lv.3 起')
  expect(sayTile({ ...plain, sale }, NOW)).toBe('7:30 开换')
  expect(sayTile({ ...plain, sale: { ...sale, opensAt: NOW + 86_400_000 } }, NOW)).toBe('明天 开换')
  expect(sayTile({ ...plain, sale: { ...sale, opensAt: NOW + 200_000_000 } }, NOW)).toBe('11 月 26 日 开换')
  expect(sayTile({ ...plain, sale: { opensAt: 0, closesAt: NOW } }, NOW)).toBe('已结束')
  expect(sayTile({ ...plain, stock: 0, sale }, NOW)).toBe('换完了')
})

test('a sale counts down to its beginning, then to its end', () => {
  expect(saySale(sale, NOW)).toBe('7:30 开换，还有 02:00')
  expect(saySale({ ...sale, opensAt: sale.opensAt + 86_400_000 }, NOW)).toBe('明天 7:30 开换')
  expect(saySale({ ...sale, opensAt: sale.opensAt + 5 * 86_400_000 }, NOW)).toBe('11 月 29 日 7:30 开换')
  expect(saySale({ opensAt: 0, closesAt: NOW + 90_000_000 }, NOW)).toBe('还剩 1 天 1:00:00')
  expect(saySale({ ...sale, closesAt: sale.opensAt + 60_000 }, sale.opensAt)).toBe('还剩 01:00')
  expect(saySale(null, NOW)).toBeUndefined()
})

test.each([
  ['day', '今天的 2 件换过了，明天又能换'],
  ['week', '这周的 2 件换过了，11 月 23 日起又能换'],
  ['month', '这个月的 2 件换过了，12 月 1 日起又能换'],
] as const)('the limit of a %s says when it counts anew', (period, words) => {
  expect(sayPeriodOver({ period, most: 2 }, '件', Date.parse('2026-11-19T07:30:00+08:00'))).toBe(words)
})

test('a week ends with its Sunday, and a year with its December', () => {
  expect(nextPeriodOn('week', Date.parse('2026-11-22T23:59:00+08:00'))).toBe('2026-11-23')
  expect(nextPeriodOn('week', Date.parse('2026-11-23T00:00:00+08:00'))).toBe('2026-11-30')
  expect(nextPeriodOn('month', Date.parse('2026-12-31T12:00:00+08:00'))).toBe('2027-01-01')
})
