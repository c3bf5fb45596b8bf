import { fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { PostBody } from '@/rooms/forum/pages/post/PostBody'
import type { Post } from '@/rooms/forum/post'
import { openBoard } from '@/rooms/funPlace'
import { providerOf } from '../../support/queryHarness'

jest.mock('@/api/transport', () => ({ callerScope: () => 'me', send: jest.fn() }))
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))
jest.mock('@/rooms/funPlace', () => ({ openBoard: jest.fn() }))

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const post = {
  ...{
    postId: 'p1',
    boardId: 'life',
    boardName: '生活',
    title: '露营',
    body: '带什么',
    images: [],
    topics: [],
    mentions: [],
  },
  author: { employeeId: 'VC000051', name: '王伟', site: '上海', department: '质量', official: false },
  ...{ poll: null, card: null, refusedPictures: 0, featured: false, pinned: false, hidden: false },
  ...{ postedAt: NOW, editedAt: null },
} as unknown as Post

function open(readers: number, more: Partial<Post> = {}) {
  const Provider = providerOf(createQueryClient(() => undefined))
  const body = createElement(PostBody, { post: { ...post, ...more }, readers, now: NOW })
  render(createElement(Provider, null, body))
}

test('a post says how many have read it', () => {
  open(1_036)
  expect(screen.getByText('1,036 人看过')).toBeTruthy()
})

test('a post that nobody else has read says nothing of readers', () => {
  open(0)
  expect(screen.queryByText(/人看过/)).toBeNull()
})

test('what sets a post apart stands above its title, and its board leads to the others there', () => {
  open(0, { featured: true, pinned: true })
  const title = screen.getByText('露营')
  for (const word of ['置顶', '精华'])
    expect(screen.getByText(word).compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  fireEvent.click(screen.getByLabelText('看「生活」的帖子'))
  expect(openBoard).toHaveBeenCalledWith('life')
})
