import { sayFirstAnswer, sayWorkingSpan, type TicketRow, ticketLines } from '@/rooms/selfservice/ticketWords'

const NOW = Date.parse('2026-11-19T10:00:00+08:00')
const row = {
  ...{
    category: '门禁',
    site: '上海',
    place: 'C 楼造型中心',
    submittedAt: Date.parse('2026-11-19T07:12:00+08:00'),
  },
  ...{ requester: { employeeId: 'VC018117', name: '陆遥' }, assignee: null, followers: 2 },
} as unknown as TicketRow

test('who handles it reads place, person and standing each in a line of its own', () => {
  expect(ticketLines(row, NOW, true)).toEqual([
    '上海 C 楼造型中心',
    '陆遥 · 今天 7:12',
    '还没有人接 · 另有 2 人也是',
  ])
  expect(ticketLines(row, NOW, false)).toEqual(['门禁 · C 楼造型中心', '今天 7:12 · 还没有人接'])
})

test('a category says how soon it answers, and nothing in the middle of no answers', () => {
  expect(sayFirstAnswer(3_600_000)).toBe('首次回复 1 小时，中位数')
  expect(sayFirstAnswer(null)).toBe('还没有首次回复')
})

test('working time longer than a working day is told in working days', () => {
  const spans = [12 * 60 + 20, 13 * 60, 36 * 60 + 45, 39 * 60].map(minutes =>
    sayWorkingSpan(minutes * 60_000),
  )
  expect(spans).toEqual(['12 小时 20 分', '1 个工作日', '2 个工作日 11 小时', '3 个工作日'])
  expect(sayWorkingSpan(null)).toBe('—')
  expect(sayFirstAnswer(26 * 3_600_000)).toBe('首次回复 2 个工作日，中位数')
})
