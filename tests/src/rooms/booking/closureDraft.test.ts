import { sayClosed } from '@/rooms/booking/centre/closedWords'
import { closureProblem, closureTimes, emptyClosure } from '@/rooms/booking/pages/closures/closureDraft'

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const whole = { ...emptyClosure, fromOn: '2026-11-21', untilOn: '2026-11-22', reason: '布置新展' }

test('whole days go from midnight to midnight in UTC+8', () => {
  const times = closureTimes(whole)
  expect(times).toEqual({ fromAt: at('2026-11-21T00:00'), untilAt: at('2026-11-23T00:00') })
  expect(times && sayClosed(times)).toBe('11 月 21 日 周六 – 11 月 22 日 周日')
})

test('without a last day it is the first alone', () => {
  const times = closureTimes({ ...whole, untilOn: '' })
  expect(times?.untilAt).toBe(at('2026-11-22T00:00'))
  expect(times && sayClosed(times)).toBe('11 月 21 日 周六 全天')
})

test('hours of a day need both ends, the later one last', () => {
  const hours = { ...whole, untilOn: '2026-11-21', wholeDays: false, fromTime: '13:30', untilTime: '' }
  expect(closureTimes(hours)).toBeUndefined()
  expect(closureProblem(hours, NOW)).toBe('选几点到几点')
  expect(closureProblem({ ...hours, untilTime: '12:00' }, NOW)).toBe('结束要晚于开始')
  const times = closureTimes({ ...hours, untilTime: '16:00' })
  expect(times).toEqual({ fromAt: at('2026-11-21T13:30'), untilAt: at('2026-11-21T16:00') })
  expect(times && sayClosed(times)).toBe('11 月 21 日 周六 13:30–16:00')
})

test.each([
  [emptyClosure, '选哪一天闭馆'],
  [{ ...whole, fromOn: '2026-11-18', untilOn: '2026-11-18' }, '这段时间已经过了'],
  [{ ...whole, reason: ' 修 ' }, '写一句为什么，客人会看到'],
  [whole, undefined],
])('the first problem is said: %j', (draft, problem) => {
  expect(closureProblem(draft, NOW)).toBe(problem)
})
