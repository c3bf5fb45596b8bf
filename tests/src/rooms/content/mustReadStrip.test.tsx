import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { createElement } from 'react'
import { api, keyOf, type Output } from '@/api'
import type { CallReply } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { ArticleRow } from '@/rooms/content/ArticleRow'
import type { ArticleCard } from '@/rooms/content/articleWords'
import { MustRead, useMustReadStrip } from '@/rooms/content/pages/article/MustRead'
import { providerOf } from '../../../support/queryHarness'

let answer: (reply: CallReply) => void = () => undefined
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: () =>
    new Promise<CallReply>(resolve => {
      answer = resolve
    }),
}))

type Opened = Output<typeof api.content.openArticle>
const opened = {
  article: { articleId: 'a', mustRead: true, mustReadBy: null, confirmed: false, minutes: 2 },
  confirmations: { people: 26, inDepartment: 0, ofDepartment: 1 },
} as Opened

it('counts one’s own confirmation at the tap, and takes it back where it fails', async () => {
  const client = createQueryClient(() => undefined)
  const key = keyOf(api.content.openArticle, { articleId: 'a' })
  client.setQueryData(key, opened)
  const strip = createElement(MustRead, { opened, progress: 100, noted: true })
  render(createElement(providerOf(client), null, strip))
  await act(async () => void fireEvent.click(screen.getByText('我已读完')))
  expect(client.getQueryData(key)).toMatchObject({
    article: { confirmed: true },
    confirmations: { people: 27, inDepartment: 1, ofDepartment: 1 },
  })
  const error = { code: 'CONTENT_NOT_READ' as const, kind: 'conflict' as const, message: '', requestId: 'r' }
  await act(async () => answer({ ok: false, error }))
  expect(client.getQueryData(key)).toEqual(opened)
})

it('folds away a moment after the confirmation, and is not there for what was confirmed before', () => {
  jest.useFakeTimers()
  const of = (confirmed: boolean) => ({ mustRead: true, confirmed })
  const { result, rerender } = renderHook(useMustReadStrip, { initialProps: of(false) })
  expect(result.current).toBe(true)
  rerender(of(true))
  expect(result.current).toBe(true)
  act(() => void jest.runAllTimers())
  expect(result.current).toBe(false)
  expect(renderHook(useMustReadStrip, { initialProps: of(true) }).result.current).toBe(false)
  jest.useRealTimers()
})

it.each([
  [false, null, false],
  [false, 40, true],
  [true, 40, false],
  [true, 100, true],
])(
  'greys what was begun, and what must be read once it is confirmed: %s, %s',
  (mustRead, progress, isGrey) => {
    const article = {
      articleId: 'a',
      title: '零损工',
      column: 'factory',
      publishAt: 0,
      coverId: null,
      minutes: 2,
    }
    const card = { ...article, mustRead, progress, onTop: false } as unknown as ArticleCard
    const { container } = render(createElement(ArticleRow, { article: card, now: 0 }))
    expect(container.querySelector('.article-row--read') !== null).toBe(isGrey)
  },
)
