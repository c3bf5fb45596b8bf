import { sayAgo } from '@/rooms/forum/post'

const now = Date.parse('2026-11-24T07:40:00+08:00')
const minutes = (count: number) => count * 60_000

test.each([
  [0, '刚刚'],
  [-26, '26 分钟前'],
  [-120, '今天 5:40'],
  [0.5, '刚刚'],
  [3 * 24 * 60, '11 月 27 日'],
])('%d minutes from now is %s', (away, words) => {
  expect(sayAgo(now + minutes(away), now)).toBe(words)
})
