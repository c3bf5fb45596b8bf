import { isOverdue, sayDue, sayWaited, sayWaitedAfter, sayWorked } from '@/rooms/access/waited'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

test('says how long in the largest unit', () => {
  expect(sayWaited(minuteMs - 1)).toBe('不到 1 分钟')
  expect(sayWaited(minuteMs)).toBe('1 分钟')
  expect(sayWaited(59 * minuteMs)).toBe('59 分钟')
  expect(sayWaited(60 * minuteMs)).toBe('1 小时')
  expect(sayWaited(dayMs - 1)).toBe('23 小时')
  expect(sayWaited(dayMs)).toBe('1 天')
})

test('stands apart from the word before it where it begins with a figure', () => {
  expect(sayWaitedAfter('等了', minuteMs)).toBe('等了 1 分钟')
  expect(sayWaitedAfter('等了', 0)).toBe('等了不到 1 分钟')
})

test('counts working time in working days of thirteen hours, not in days of the calendar', () => {
  expect(sayWorked(0)).toBe('1 分钟')
  expect(sayWorked(13 * 60 * minuteMs - 1)).toBe('12 小时')
  expect(sayWorked(13 * 60 * minuteMs)).toBe('1 个工作日')
  expect(sayWorked(2 * 13 * 60 * minuteMs)).toBe('2 个工作日')
})

test('two days are too long', () => {
  expect(isOverdue(2 * dayMs - 1)).toBe(false)
  expect(isOverdue(2 * dayMs)).toBe(true)
})

test('an application that nobody answers says when it is asked about again', () => {
  const appliedAt = Date.UTC(2026, 10, 17, 1, 32)
  expect(sayDue(appliedAt, appliedAt)).toBe('11 月 19 日 9:32 再提醒你，不会自动通过')
  expect(sayDue(appliedAt, appliedAt + 2 * dayMs - minuteMs)).toBe('今天 9:32 再提醒你，不会自动通过')
})
