import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { PollBox } from '@/rooms/forum/components/PollBox'
import type { Poll } from '@/rooms/forum/pollWords'
import { providerOf } from '../../support/queryHarness'

const NOW = 1_800_000_000_000
const sent: CallRequest[] = []

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: { poll: null } }
  },
}))

const open: Poll = {
  multiple: false,
  options: ['肉桂卷', '苹果派', '豆沙包'].map((text, index) => ({
    optionId: `${'abc'[index]}0`,
    text,
    votes: null,
  })),
  voters: 3,
  endsAt: NOW + 3_600_000,
  over: false,
  chosen: [],
}
const counted = (votes: readonly number[], part: Partial<Poll> = {}): Poll => ({
  ...open,
  options: open.options.map((option, index) => ({ ...option, votes: votes[index] ?? 0 })),
  ...part,
})

const show = (poll: Poll, now = NOW) => {
  const Provider = providerOf(createQueryClient(() => undefined))
  return render(createElement(Provider, null, createElement(PollBox, { postId: 'post-1', poll, now })))
}
const inputs = () => sent.map(({ input }) => input)

beforeEach(() => {
  sent.length = 0
})

it('takes one of a single choice, the last that was tapped, with a second tap', async () => {
  show(open)
  fireEvent.click(screen.getByRole('button', { name: '投票' }))
  expect(sent).toEqual([])
  fireEvent.click(screen.getByText('肉桂卷'))
  fireEvent.click(screen.getByText('苹果派'))
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '投票' }))
  })
  expect(inputs()).toEqual([{ postId: 'post-1', optionIds: ['b0'] }])
})

it('takes several where it may, and lets one go again', async () => {
  show({ ...open, multiple: true })
  for (const text of ['肉桂卷', '苹果派', '豆沙包', '苹果派']) fireEvent.click(screen.getByText(text))
  await act(async () => {
    fireEvent.click(screen.getByText('投这 2 项'))
  })
  expect(inputs()).toEqual([{ postId: 'post-1', optionIds: ['a0', 'c0'] }])
})

it('shows no number before the vote, and says what a vote means', () => {
  show(open)
  expect(screen.queryByText(/%/)).toBeNull()
  expect(screen.getByText('匿名投票，投出后不能改，投完看结果')).not.toBeNull()
})

it('shows the numbers of whoever has voted, says which was theirs, and takes no more', () => {
  const { container } = show(counted([2, 1, 0], { chosen: ['b0'] }))
  expect(screen.getByLabelText('肉桂卷，2 票，67%')).not.toBeNull()
  expect(screen.getByLabelText('苹果派，1 票，33%，你选的')).not.toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
  const bars = [...container.querySelectorAll<HTMLElement>('.poll__bar')].map(({ style }) => style.width)
  expect(bars).toEqual(['67%', '33%', '0%'])
})

it('says when it ended while somebody was looking', () => {
  show(open, open.endsAt)
  expect(screen.getByText('刚刚截止，下拉看结果')).not.toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
})
