import type { ClosureView } from '@domain/booking/deskContract'
import { DAY_MS } from '@domain/kernel/time'
import { inOrder, sayDone } from '@/rooms/booking/pages/closures/closureWords'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const closure = (days: number, more: Partial<ClosureView> = {}): ClosureView => ({
  closureId: String(days),
  fromAt: NOW + days * DAY_MS,
  untilAt: NOW + (days + 1) * DAY_MS,
  reason: '设备检修',
  state: 'planned',
  by: '乔安',
  at: NOW,
  moved: 0,
  calledOff: 0,
  spreading: false,
  ...more,
})

test('the next one stands first, and what is over after all that is to come', () => {
  const over = { state: 'over' } as const
  const listed = [
    closure(9),
    closure(-3, over),
    closure(2),
    closure(-30, over),
    closure(5, { state: 'cancelled' }),
  ]
  expect(inOrder(listed).map(({ closureId }) => closureId)).toEqual(['2', '9', '5', '-3', '-30'])
})

test.each([
  [{ spreading: true }, '正在通知约过的客人'],
  [{ spreading: true, moved: 1 }, '换了时间 1 个，已经通知；还在看有没有漏的'],
  [{ moved: 2, calledOff: 1 }, '换了时间 2 个，没能换 1 个，都通知到了'],
  [{}, '没有人受影响'],
])('%p: %s', (more, words) => {
  expect(sayDone(closure(1, more))).toBe(words)
})
