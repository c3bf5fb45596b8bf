import { HOUR_MS } from '@domain/kernel/time'
import { isPressing, type Row, sayLeft, sayReason, sayReporters } from '@/rooms/access/moderation'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const row: Row = {
  reviewId: 'post.p1',
  version: 1,
  state: 'open',
  hidden: false,
  kind: 'post',
  author: { employeeId: 'VC000001', name: '丁一凡', site: '上海', department: '物流', official: false },
  words: '加我微信',
  title: '转让',
  reasons: [{ reason: 'advertising', count: 2 }],
  reports: 2,
  unheeded: 0,
  bestShare: null,
  dueAt: NOW + 5 * HOUR_MS,
  decision: null,
  mine: true,
}

it.each([
  [24 * HOUR_MS, '还剩 24 小时', false],
  [5 * HOUR_MS, '还剩 5 小时', true],
  [HOUR_MS / 2, '还剩 30 分钟', true],
  [-2 * HOUR_MS, '晚了 2 小时', true],
])('with %d ms to go it says %s', (leftMs, words, pressing) => {
  expect(sayLeft(NOW + leftMs, NOW)).toBe(words)
  expect(isPressing(NOW + leftMs, NOW)).toBe(pressing)
})

it.each([
  [{}, '2 人举报，还没有报准过的记录'],
  [{ bestShare: 11 / 12 }, '2 人举报，准确率最高 92%'],
  [{ bestShare: 1, unheeded: 1 }, '2 人举报，其中 1 人常报错'],
  [{ hidden: true, reports: 3 }, '3 人举报，还没有报准过的记录，已自动隐去'],
  [{ reports: 0, reasons: [] }, '微信拿不准，只有作者和你看得到图片'],
  [{ state: 'appealed', decision: { verdict: 'remove', by: '周牧', at: NOW } }, '原来由周牧决定'],
  [{ state: 'decided', decision: { verdict: 'keep', by: '周牧', at: NOW } }, '周牧决定'],
] as const)('of %j it says who reports it: %s', (more, words) => {
  expect(sayReporters({ ...row, ...more } as Row)).toBe(words)
})

it('names the most frequent reason, or that a picture has to be looked at', () => {
  expect(sayReason(row)).toBe('广告')
  expect(sayReason({ ...row, reasons: [] })).toBe('图片要看')
})
