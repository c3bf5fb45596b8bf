import type { ClosureView } from '@domain/booking/deskContract'

/** What is still to come by date, the next first; then what was or was taken back, the latest first. */
export function inOrder(closures: readonly ClosureView[]): ClosureView[] {
  const isAhead = ({ state }: ClosureView) => state === 'planned'
  const ahead = closures.filter(isAhead).sort((a, b) => a.fromAt - b.fromAt)
  const past = closures.filter(one => !isAhead(one)).sort((a, b) => b.fromAt - a.fromAt)
  return [...ahead, ...past]
}

/** What became of those who had booked; who is moved is told in the same moment, and the last minutes only look again. */
export function sayDone({ moved, calledOff, spreading }: ClosureView): string {
  const done = [
    ...(moved > 0 ? [`换了时间 ${moved} 个`] : []),
    ...(calledOff > 0 ? [`没能换 ${calledOff} 个`] : []),
  ].join('，')
  if (done === '') return spreading ? '正在通知约过的客人' : '没有人受影响'
  return spreading ? `${done}，已经通知；还在看有没有漏的` : `${done}，都通知到了`
}
