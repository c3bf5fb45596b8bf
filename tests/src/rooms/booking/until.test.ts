import { sayUntil } from '@/rooms/booking/until'

const at = (time: string) => Date.parse(`2026-11-29T${time}:00+08:00`)
const words = { can: '可以退出', cannot: '现在报名就不能退出了' }

it.each([
  ['2:59', at('02:59'), '今天 3:00 前可以退出'],
  ['23:00 of the day before', at('03:00') - 4 * 3_600_000, '11 月 29 日 3:00 前可以退出'],
  ['the moment itself', at('03:00'), '现在报名就不能退出了'],
  ['10:00', at('10:00'), '现在报名就不能退出了'],
])('never promises a time that has passed: at %s', (_when, now, said) => {
  expect(sayUntil(at('03:00'), now, words)).toBe(said)
})
