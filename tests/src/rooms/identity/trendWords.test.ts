import { sayBalanceAt, sayTrend } from '@/rooms/identity/pages/profile/trendWords'

const NOW = Date.parse('2026-11-19T07:30:00+08:00')

test('a trend says where it began, where it stands, and its highest in between', () => {
  expect(sayTrend([640, 1_310, 1_286], NOW)).toBe('近 3 天从 640 到 1,286，最多 1,310（11 月 18 日）')
  expect(sayTrend([640, 1_286], NOW)).toBe('近 2 天从 640 到 1,286')
})

test('a bar says its day and its balance', () => {
  expect(sayBalanceAt([640, 1_310, 1_286], 1, NOW)).toBe('11 月 18 日 1,310 沃币')
  expect(sayBalanceAt([640, 1_310, 1_286], 2, NOW)).toBe('今天 1,286 沃币')
})
