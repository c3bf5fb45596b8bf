import type { api, Output } from '@/api'
import { markedRead } from '@/rooms/notice/markedRead'

type Page = Output<typeof api.notice.listNotices>

const line = (noticeId: string, kind: Page['notices'][number]['kind']) =>
  ({ noticeId, kind, read: false }) as Page['notices'][number]
const page: Page = {
  notices: [line('a', 'todo'), line('b', 'like'), line('c', 'reply')],
  next: null,
  unread: { todo: 1, like: 1, reply: 1 },
  now: 0,
}
const read = ({ notices }: Page) => notices.filter(one => one.read).map(({ noticeId }) => noticeId)

it.each([
  [{}, ['b', 'c'], { todo: 1 }],
  [{ kind: 'like' as const }, ['b'], { todo: 1, reply: 1 }],
  [{ kind: 'todo' as const }, [], page.unread],
  [{ noticeIds: ['a', 'c'] }, ['c'], { todo: 1, like: 1, reply: 0 }],
])('%j leaves what waits to be done', (order, ids, unread) => {
  const after = markedRead(page, order)
  expect(read(after)).toEqual(ids)
  expect(after.unread).toEqual(unread)
})
