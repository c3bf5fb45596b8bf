import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import ModerationPage from '@/rooms/access/pages/moderation/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const review = {
  ...{ reviewId: 'r1', state: 'open', hidden: false, kind: 'post', title: '出一辆车', words: '八成新' },
  ...{
    author: { employeeId: 'E1', name: '顾念', avatarId: null },
    reasons: [],
    reports: 1,
    unheeded: 0,
    bestShare: null,
  },
  ...{ dueAt: NOW + 3_600_000, since: NOW, decision: null, mine: true },
}
const counts = { waiting: 7, appealed: 2, hidden: 1 }
const page = { reviews: [review], counts, nextDueAt: NOW, next: null, now: NOW }

jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: () => Promise.resolve({ ok: true, data: page }),
}))

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

const chips = () => [...document.querySelectorAll('.chip')].slice(0, 4).map(({ textContent }) => textContent)

it('counts what is found while something is looked for, and what waits otherwise', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(ModerationPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText('7 件要看')).not.toBeNull()
  expect(chips()).toEqual(['待处理 7', '申诉 2', '自动隐去 1', '已处理'])
  fireEvent.change(screen.getByPlaceholderText('作者、工号或内容'), { target: { value: '车' } })
  await act(() => jest.advanceTimersByTimeAsync(500))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText('找到 1 件')).not.toBeNull()
  expect(screen.queryByText('要看的一共 7 件')).not.toBeNull()
  expect(chips()).toEqual(['待处理 1', '申诉', '自动隐去', '已处理'])
})
