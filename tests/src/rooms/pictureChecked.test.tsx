import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useTalk } from '@/rooms/forum/useTalk'
import { providerOf } from '../../support/queryHarness'

const asked: string[] = []
let mockState = 'checking'
let mockHear: () => Promise<unknown> = async () => undefined
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure }: CallRequest): Promise<CallReply> => {
    asked.push(procedure)
    const post = { images: [{ fileId: 'hall.png', state: mockState }] }
    return { ok: true, data: { post, threads: [], next: null, now: 1_800_000_000_000 } }
  },
}))
jest.mock('@/rooms/forum/pages/post/useReading', () => ({
  useReading: () => ({ isAway: async () => false, toComments: async () => undefined }),
}))
jest.mock('@/rooms/forum/pages/post/useThreads', () => ({
  useThreads: () => ({ threads: [], refresh: async () => undefined }),
}))
jest.mock('@/rooms/forum/pages/post/useNews', () => ({
  useNews: ({ onNews }: { onNews: (news: object) => Promise<number> }) => {
    mockHear = () => onNews({ comments: [], gone: [] })
  },
}))

test('while a picture is in the check, the post is asked for again along with its news, and not after', async () => {
  const { result } = renderHook(() => useTalk('p1'), {
    wrapper: providerOf(createQueryClient(() => undefined)),
  })
  await waitFor(() => expect(result.current.query.data).toBeDefined())
  expect(asked).toEqual(['openPost'])
  mockState = 'passed'
  await act(async () => void (await mockHear()))
  expect(asked).toEqual(['openPost', 'openPost'])
  await waitFor(() => expect(result.current.query.data?.post.images).toMatchObject([{ state: 'passed' }]))
  await act(async () => void (await mockHear()))
  expect(asked).toHaveLength(2)
})
