import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { PostBody } from '@/rooms/forum/pages/post/PostBody'
import type { Post } from '@/rooms/forum/post'
import { providerOf } from '../../support/queryHarness'

jest.mock('@/api/transport', () => ({ callerScope: () => 'me', send: jest.fn() }))
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const post = {
  ...{ postId: 'p1', boardName: '生活', title: '露营', body: '带什么', images: [], topics: [], mentions: [] },
  author: { employeeId: 'VC000051', name: '王伟', site: '上海', department: '质量', official: false },
  ...{ poll: null, card: null, refusedPictures: 0, featured: false, pinned: false, hidden: false },
  ...{ postedAt: NOW, editedAt: null },
} as unknown as Post

function open(readers: number) {
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(PostBody, { post, readers, now: NOW })))
}

test('a post says how many have read it', () => {
  open(1_036)
  expect(screen.getByText('1,036 人看过')).toBeTruthy()
})

test('a post that nobody else has read says nothing of readers', () => {
  open(0)
  expect(screen.queryByText(/人看过/)).toBeNull()
})
