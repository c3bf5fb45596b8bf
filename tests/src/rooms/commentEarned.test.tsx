import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement, Fragment } from 'react'
import { api, useQueryOf } from '@/api'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { PostBar } from '@/rooms/forum/pages/post/PostBar'
import type { Post } from '@/rooms/forum/post'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: { comment: { commentId: 'c1' }, comments: 1, earned: null } }
  },
}))
jest.mock('@/rooms/ShareButton', () => ({ ShareButton: () => null }))

function Ways() {
  useQueryOf(api.coin.openEarning, {})
  return null
}

const barOf = (post: Partial<Post>) =>
  createElement(PostBar, {
    post: { postId: 'p1', likes: 0, favourites: 0, liked: false, favourited: false, ...post } as Post,
    voices: [],
    silence: null,
    now: 0,
    multiplier: 1,
    answering: undefined,
    onAnswerEnd: () => undefined,
    onWritten: () => undefined,
  })

it('offers no mark on what stands beside a thing of another room', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  const { rerender } = render(createElement(Provider, null, barOf({ boardId: 'life' })))
  expect(screen.getByLabelText(/^赞/)).toBeTruthy()
  rerender(createElement(Provider, null, barOf({ boardId: '' })))
  expect(screen.queryByLabelText(/^赞/)).toBeNull()
  expect(screen.getByLabelText('写评论')).toBeTruthy()
})

const asked = () => sent.filter(({ procedure }) => procedure === 'openEarning').length

it('makes what the ways of earning said old, once a comment has earned', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  const bar = barOf({ boardId: 'life' })
  await act(async () => {
    render(createElement(Provider, null, createElement(Fragment, null, createElement(Ways), bar)))
  })
  expect(asked()).toBe(1)
  fireEvent.change(screen.getByLabelText('写评论'), { target: { value: '我也想问。' } })
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
  })
  expect(sent.map(({ procedure }) => procedure)).toContain('addComment')
  expect(asked()).toBe(2)
})
