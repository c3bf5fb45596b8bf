import { act, renderHook } from '@testing-library/react'
import { readDraft } from '@/rooms/forum/pages/compose/draft'
import { useDraft } from '@/rooms/forum/pages/compose/useDraft'

const mockPhone = new Map<string, unknown>()
jest.mock('@/api', () => ({ callerScope: () => 'me' }))
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockPhone.get(key) ?? '',
  setStorage: async ({ key, data }: { key: string; data: unknown }) => void mockPhone.set(key, data),
  removeStorage: async ({ key }: { key: string }) => void mockPhone.delete(key),
}))

/** Longer than the pause after which a draft is kept. */
const PAUSE_MS = 1_000

beforeEach(() => {
  jest.useFakeTimers()
  mockPhone.clear()
})
afterEach(() => jest.useRealTimers())

const write = () => {
  const { result } = renderHook(() => useDraft({}))
  act(() => result.current.change({ title: '3 号线', body: '早六分钟' }))
  return result
}

test('what is written is kept after a pause', async () => {
  write()
  await act(() => jest.advanceTimersByTimeAsync(PAUSE_MS))
  expect(readDraft()?.draft.title).toBe('3 号线')
})

test('what goes out before the pause is over does not come back as a draft', async () => {
  const result = write()
  act(() => result.current.finish())
  await act(() => jest.advanceTimersByTimeAsync(PAUSE_MS))
  expect(readDraft()).toBeNull()
})
