import {
  closureProblem,
  closureTimes,
  emptyClosure,
  isWholeDays,
} from '@/rooms/booking/pages/closures/closureDraft'

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const whole = { ...emptyClosure, fromOn: '2026-11-21', untilOn: '2026-11-22', reason: '布置新展' }

test('whole days go from midnight to midnight in UTC+8', () => {
  const times = closureTimes(whole)
  expect(times).toEqual({ fromAt: at('2026-11-21T00:00'), untilAt: at('2026-11-23T00:00') })
  expect(times && isWholeDays(times)).toBe(true)
})

test('without a last day it is the first alone', () => {
  expect(closureTimes({ ...whole, untilOn: '' })?.untilAt).toBe(at('2026-11-22T00:00'))
})

test('hours of a day need both ends, the later one last', () => {
  const hours = { ...whole, untilOn: '2026-11-21', wholeDays: false, fromTime: '13:30', untilTime: '' }
  expect(closureTimes(hours)).toBeUndefined()
  expect(closureProblem(hours, NOW)).toBe('选几点到几点')
  expect(closureProblem({ ...hours, untilTime: '12:00' }, NOW)).toBe('结束要晚于开始')
  const times = closureTimes({ ...hours, untilTime: '16:00' })
  expect(times).toEqual({ fromAt: at('2026-11-21T13:30'), untilAt: at('2026-11-21T16:00') })
  expect(times && isWholeDays(times)).toBe(false)
})

test.each([
  [emptyClosure, '选哪一天闭馆'],
  [{ ...whole, fromOn: '2026-11-18', untilOn: '2026-11-18' }, '这段时间已经过了'],
  [{ ...whole, reason: ' 修 ' }, '写一句为什么，客人会看到'],
  [whole, undefined],
])('the first problem is said: %j', (draft, problem) => {
  expect(closureProblem(draft, NOW)).toBe(problem)
})
