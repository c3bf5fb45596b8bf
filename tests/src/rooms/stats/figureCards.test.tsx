import type { DashboardView } from '@domain/stats/contract'
import { render } from '@testing-library/react'
import { createElement } from 'react'
import { FigureCards } from '@/rooms/stats/FigureCards'

const steps = ['注册', '读了帖子', '发了帖', '赚到沃币', '兑换']

const viewOf = (kind: DashboardView['kind'], newcomers: number): DashboardView => ({
  ...{
    kind,
    from: '2026-11-01',
    to: '2026-11-19',
    title: '11 月 1 日–19 日',
    comparison: { words: '', before: null },
  },
  ...{ tiles: [], months: [] },
  curve: { average: Array(48).fill(0), before: null, happyHours: [], busiest: [] },
  rhythm: Array.from({ length: 7 }, () => Array(24).fill(0)),
  retention: [{ name: '次日', of: newcomers, people: 0 }],
  funnel: steps.map(name => ({ name, count: newcomers })),
  ...{ cohorts: [], lifecycle: [], topics: [], associations: [], goods: [], departments: [] },
  ...{ department: null, rolledAt: 0 },
})

const wordsOf = (view: DashboardView) =>
  render(createElement(FigureCards, { view, onExplain: () => undefined })).container.textContent ?? ''

it('says that nobody has registered, where whoever stayed and came how far would stand', () => {
  const nobody = '这段时间没有新登记的人，换一段看'
  const none = wordsOf(viewOf('month', 0))
  expect(none.split(nobody)).toHaveLength(3)
  expect(none).toContain('过了月末就能看')
  const some = wordsOf(viewOf('month', 4))
  expect(some).not.toContain(nobody)
  expect(some).toContain('4 人的 0%')
})

it('says which spans tell more, where the whole time is shown by months alone', () => {
  expect(wordsOf(viewOf('all', 0))).toContain('选近 7 天、本月或自选看')
  expect(wordsOf(viewOf('week', 0))).not.toContain('选近 7 天')
})

it('tells each month that is over at its bar, and the last one above', () => {
  const month = (name: string, visits: number) => ({
    ...{ month: name, visits, visitors: 1, posts: 2, days: 30, lastOn: `${name}-30`, daysInAll: 30 },
    running: null,
    retained: { of: 0, people: 0 },
  })
  const view = { ...viewOf('month', 0), months: [month('2026-09', 30_028), month('2026-11', 963)] }
  const { container } = render(createElement(FigureCards, { view, onExplain: () => undefined }))
  const values = [...container.querySelectorAll('.stats__month-value')].map(({ textContent }) => textContent)
  expect(values).toEqual(['3.0万', '2'])
})

it('dashes a month that is not over to the pace of its days that are', () => {
  const whole = { visits: 3_000, visitors: 1, posts: 30, days: 30, lastOn: '2026-09-30', daysInAll: 30 }
  const months = [
    { month: '2026-09', ...whole, running: null, retained: { of: 0, people: 0 } },
    {
      ...{ month: '2026-10', visits: 2_010, visitors: 1, posts: 20, days: 21, lastOn: '2026-10-21' },
      ...{ daysInAll: 31, running: { visits: 10, posts: 0 }, retained: { of: 0, people: 0 } },
    },
  ]
  const view = { ...viewOf('month', 0), months }
  const { container } = render(createElement(FigureCards, { view, onExplain: () => undefined }))
  const heights = (part: string) =>
    [...container.querySelectorAll<HTMLElement>(part)].map(({ style }) => style.height)
  // Twenty days of a hundred: 3,100 in all, of which the month before is 3,000.
  expect(heights('.stats__pace')[0]).toBe('100%')
  expect(heights('.stats__month-bar')[0]).toBe(`${(100 * 3_000) / 3_100}%`)
})
