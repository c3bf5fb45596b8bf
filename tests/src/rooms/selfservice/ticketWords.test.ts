import { sayFirstAnswer, type TicketRow, ticketLines } from '@/rooms/selfservice/ticketWords'

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
