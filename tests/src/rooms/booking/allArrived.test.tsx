import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import HostPage from '@/rooms/booking/pages/host/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
let mockCounts = {}
const page = {
  ...{ attendees: [], state: 'confirmed', doorCode: 'A', next: null, now: NOW },
  session: { title: '骑行', startsAt: NOW - HOUR / 2, endsAt: NOW + HOUR, capacity: 8, taken: 4 },
}

jest.mock('@/rooms/usePageParams', () => ({ usePageParams: () => ({ sessionId: 'event-1' }) }))
jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-host',
  send: async () => ({
    ok: true,
    data: { ...page, roll: { seats: [], claims: [], counts: mockCounts, complete: true } },
  }),
}))

it.each([
  [{ attended: 4 }, '都到齐了', '报名的 4 位都签到了。'],
  [{}, '没有人等着来', '有人报名，名字会出现在这里。'],
])('with nobody awaited and %j it says why', async (counts, title, sentence) => {
  mockCounts = counts
  jest.useFakeTimers({ now: NOW })
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(HostPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText(title)).not.toBeNull()
  expect(screen.queryByText(sentence)).not.toBeNull()
  jest.useRealTimers()
})
