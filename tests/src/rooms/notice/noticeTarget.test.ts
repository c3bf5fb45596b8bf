import { type Notice, openTarget } from '@/rooms/notice/pages/inbox/noticeTarget'

const mockOpened: unknown[] = []
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpened.push(to) }))

it('leads to the comment that it tells of, and to the post where it tells of none', () => {
  const to = (target: Notice['target']) => openTarget({ kind: 'reply', target } as Notice)
  to({ kind: 'post', id: 'p1', commentId: 'c1' })
  to({ kind: 'post', id: 'p1' })
  to({ kind: 'article', id: 'a1' })
  to({ kind: 'host', id: 'e1' })
  expect(mockOpened).toEqual([
    ['forum/post', { postId: 'p1', commentId: 'c1' }],
    ['forum/post', { postId: 'p1' }],
    ['content/article', { articleId: 'a1' }],
    ['booking/host', { sessionId: 'e1' }],
  ])
})
