import { byDay } from '@/rooms/byDay'

const at = (iso: string) => Date.parse(iso)
const now = at('2026-11-24T07:40:00+08:00')

it('cuts a list where the day in China changes, and names today and yesterday', () => {
  const moments = [
    at('2026-11-24T00:00:00+08:00'),
    at('2026-11-23T23:59:59+08:00'),
    at('2026-11-23T00:00:00+08:00'),
    at('2026-11-01T12:00:00+08:00'),
  ]
  const days = byDay(moments, moment => moment, now)
  expect(days.map(({ label, items }) => [label, items.length])).toEqual([
    ['今天 · 11 月 24 日', 1],
    ['昨天 · 11 月 23 日', 2],
    ['11 月 1 日', 1],
  ])
})
