import { errorReply } from '@domain/kernel/errors'
import { act, renderHook } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { HeldCommandsGate } from '@/api/held/HeldCommandsGate'
import { holdCommand, holding } from '@/api/held/heldCommands'
import { useHeldIds } from '@/api/held/useHeldIds'
import { createQueryClient } from '@/api/queryClient'
import { api, keyOf } from '@/api/reference'
import { toast, useToast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []
let answer: (request: CallRequest) => Promise<CallReply>

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: (request: CallRequest) => {
    sent.push(request)
    return answer(request)
  },
}))
jest.mock('@tarojs/taro', () => {
  const kept = new Map<string, unknown>()
  const hiding = new Set<() => void>()
  return {
    kept,
    hiding,
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    onAppHide: (listener: () => void) => hiding.add(listener),
    offAppHide: (listener: () => void) => hiding.delete(listener),
  }
})
const { kept, hiding } = jest.requireMock<{ kept: Map<string, unknown>; hiding: Set<() => void> }>(
  '@tarojs/taro',
)

const onUndo = jest.fn()
const deleteComment = (commentId: string) =>
  holdCommand(
    api.forum.deleteComment,
    { commentId },
    {
      ids: [commentId],
      subject: '删除评论',
      outdates: [api.forum.openPost],
      said: '评论已删除',
      after: '数到 0 就扣回它得到的沃币',
      onUndo,
      tooLate: '已经删掉了',
    },
  )
const deleted: CallReply = { ok: true, data: { reversed: 5, balance: 1, comments: 0 } }

/** The app as it starts, with what an earlier run left on the phone. */
function startApp(onSent = jest.fn()) {
  const client = createQueryClient(() => undefined)
  client.setQueryData(keyOf(api.forum.openPost, { postId: 'p' }), { comments: [] })
  const app = renderHook(
    () => {
      HeldCommandsGate({ onSent })
      return useHeldIds()
    },
    { wrapper: providerOf(client) },
  )
  const isOld = () => client.getQueryState(keyOf(api.forum.openPost, { postId: 'p' }))?.isInvalidated
  return { ...app, onSent, isOld }
}

beforeEach(() => {
  jest.useFakeTimers()
  sent.length = 0
  answer = async () => deleted
  onUndo.mockClear()
})
afterEach(async () => {
  await act(async () => {
    toast.dismiss()
    await jest.runAllTimersAsync()
  })
  jest.useRealTimers()
})

it('is hidden at once, sent after five seconds, and makes the answers old that still show it', async () => {
  const { result, onSent, isOld } = startApp()
  act(() => deleteComment('c1'))
  expect([...result.current]).toEqual(['c1'])
  await act(() => jest.advanceTimersByTimeAsync(4_900))
  expect(sent).toEqual([])
  await act(() => jest.advanceTimersByTimeAsync(200))
  expect(sent).toMatchObject([{ room: 'forum', procedure: 'deleteComment', input: { commentId: 'c1' } }])
  expect(onSent).toHaveBeenCalledWith(expect.objectContaining({ procedure: 'deleteComment' }), deleted.data)
  expect(isOld()).toBe(true)
  expect([...result.current]).toEqual([])
})

it('comes back when it is taken back, and is never sent', async () => {
  const { result } = startApp()
  act(() => deleteComment('c1'))
  act(() => toast.takeBack())
  await act(() => jest.advanceTimersByTimeAsync(10_000))
  expect(onUndo).toHaveBeenCalledTimes(1)
  expect([...result.current]).toEqual([])
  expect(sent).toEqual([])
})

it('lies on the phone meanwhile, and goes out when the app is put away', async () => {
  startApp()
  act(() => deleteComment('c1'))
  expect(kept.get('held.me')).toMatchObject([{ procedure: 'deleteComment', input: { commentId: 'c1' } }])
  await act(async () => {
    for (const hide of hiding) hide()
    await jest.advanceTimersByTimeAsync(0)
  })
  expect(sent).toHaveLength(1)
  expect(kept.get('held.me')).toEqual([])
})

it('goes out at the next start after the app was killed', async () => {
  const { unmount } = startApp()
  act(() => deleteComment('c1'))
  unmount()
  await act(async () => {
    startApp()
    await jest.advanceTimersByTimeAsync(0)
  })
  expect(sent).toHaveLength(1)
  expect(holding.store.getState().held).toEqual([])
})

it('says that the earlier one is out when a second takes its place, also from behind a message', async () => {
  startApp()
  act(() => deleteComment('c1'))
  expect(useToast.getState().current).toMatchObject({ after: '数到 0 就扣回它得到的沃币' })
  act(() => toast.show('已复制'))
  await act(async () => deleteComment('c2'))
  expect(useToast.getState().current).toMatchObject({
    after: '上一件已经发出，这一件数到 0 就扣回它得到的沃币',
  })
  expect(sent.map(({ input }) => input)).toEqual([{ commentId: 'c1' }])
})

it('says so when the server refuses, and shows the thing again', async () => {
  answer = async () => ({ ok: false, error: errorReply('NOT_ALLOWED', 'id') })
  const { result, isOld } = startApp()
  act(() => deleteComment('c1'))
  await act(() => jest.advanceTimersByTimeAsync(5_100))
  expect(useToast.getState().current).toMatchObject({ text: expect.stringContaining('删除评论：') })
  expect(isOld()).toBe(true)
  expect([...result.current]).toEqual([])
})

it('keeps a refusal in sight with the words that were written for it', async () => {
  answer = async () => ({ ok: false, error: errorReply('FORUM_REVIEW_DECIDED', 'id') })
  startApp()
  const input = { reviewId: 'post.p', version: 1, verdict: 'remove' as const, reason: '广告，不是分享' }
  act(() =>
    holdCommand(api.forum.decideReview, input, {
      ...{ ids: ['post.p'], subject: '马骁的帖子', outdates: [] },
      ...{ said: '已移除', after: '数到 0 就生效', tooLate: '已经发出去了' },
    }),
  )
  await act(() => jest.advanceTimersByTimeAsync(60_000))
  expect(useToast.getState().current).toEqual({
    kind: 'staying',
    text: '马骁的帖子：刚刚有另一位版主处理了，你的决定没有生效',
    written: '广告，不是分享',
  })
})

it('is sent again until it arrives, and says once that it has not', async () => {
  answer = async () => ({ ok: false, error: errorReply('TOO_BUSY', 'id') })
  const { result } = startApp()
  act(() => deleteComment('c1'))
  await act(() => jest.advanceTimersByTimeAsync(5_100))
  expect(useToast.getState().current).toMatchObject({ text: '删除评论还没发出去，连上网会再发' })
  await act(() => jest.advanceTimersByTimeAsync(14_900))
  expect(useToast.getState().current).toBeUndefined()
  expect([...result.current]).toEqual(['c1'])
  answer = async () => deleted
  await act(() => jest.advanceTimersByTimeAsync(10_000))
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
  expect([...result.current]).toEqual([])
})
