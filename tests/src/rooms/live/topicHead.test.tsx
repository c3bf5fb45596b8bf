import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import TopicPage from '@/rooms/forum/pages/topic/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-19T07:40:00+08:00')
const mockOpened: unknown[] = []
let mockBroadcast: object | null = null
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpened.push(to) }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  fileUrl: (fileId: string) => fileId,
  send: async () => ({ ok: true, data: { ...mockPage, broadcast: mockBroadcast } }),
}))

const mockPage = {
  topic: {
    ...{ topicId: 't', name: 'XC90 发布会', posts: 286, postsAbout: false, followers: 120, following: false },
    ...{ rank: 1, heat: 842, history: [1, 2, 3, 4, 5, 6, 7, 8] },
  },
  ...{ onTop: [], posts: [], next: null, now: NOW },
  happyHour: { running: false, startsAt: NOW, endsAt: NOW, multiplier: 2, reasons: [] },
}
const broadcast = {
  ...{ broadcastId: 'b', title: '新款 XC90 发布会', coverFileId: 'cloud://cover.jpg', status: 'before' },
  startsAt: Date.parse('2026-11-19T19:30:00+08:00'),
  endsAt: Date.parse('2026-11-19T20:40:00+08:00'),
}

async function open(of: object | null, at = NOW) {
  jest.setSystemTime(at)
  mockBroadcast = of
  mockPage.now = at
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(TopicPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
}

beforeEach(() => void jest.useFakeTimers({ now: NOW }))
afterEach(() => void jest.useRealTimers())

/** What stands under the topic's name, and what of it no line may break. */
function figures() {
  const line = document.querySelector('.t12.secondary.mt-4')
  return [line?.textContent, [...(line?.querySelectorAll('.nowrap') ?? [])].map(part => part.textContent)]
}

test('the head of a topic shows its broadcast’s picture and time, and the picture leads there', async () => {
  await open(broadcast)
  expect(figures()).toEqual(['286 条讨论 · 120 人关注 · 今晚 19:30', ['120 人关注', '今晚 19:30']])
  fireEvent.click(screen.getByRole('button', { name: '看直播' }))
  expect(mockOpened).toEqual([['live/broadcast', { broadcastId: 'b' }]])
})

test('while it is on the head says so', async () => {
  await open({ ...broadcast, status: 'live' }, broadcast.startsAt + 1)
  expect(figures()[0]).toBe('286 条讨论 · 120 人关注 · 正在直播')
})

test('a topic without a broadcast has no time and no picture; its curve is as wide as its hours', async () => {
  await open(null)
  expect(figures()[0]).toBe('286 条讨论 · 120 人关注')
  expect(screen.queryByRole('button', { name: '看直播' })).toBeNull()
  expect(screen.getByLabelText('过去 8 小时的热度').style.width).toBe('72px')
})
