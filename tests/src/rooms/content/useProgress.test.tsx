import { act, renderHook } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useProgress } from '@/rooms/content/pages/article/useProgress'
import { providerOf } from '../../../support/queryHarness'

const page = { top: 0, height: 2_000, scroll: (_at: { scrollTop: number }) => {}, unload: () => {} }
const asked: { progress: number; answer: (reply: CallReply) => void }[] = []

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: ({ input }: CallRequest) =>
    new Promise<CallReply>(answer => {
      asked.push({ progress: (input as { progress: number }).progress, answer })
    }),
}))
jest.mock('@tarojs/taro', () => {
  const rect = () => ({ top: page.top, height: page.height })
  const query = {
    select: () => query,
    fields: () => query,
    exec: (take: (found: object[]) => void) => take([rect()]),
  }
  const { default: phone, ...hooks } = jest.requireActual('../../../support/taroApi')
  const more = { createSelectorQuery: () => query, nextTick: (then: () => void) => then() }
  return {
    ...hooks,
    __esModule: true,
    default: { ...phone, ...more },
    usePageScroll: (scroll: typeof page.scroll) => {
      page.scroll = scroll
    },
    useUnload: (unload: () => void) => {
      page.unload = unload
    },
  }
})

const answered = (place: number) =>
  act(async () => {
    const { progress, answer } = asked[place] ?? {}
    answer?.({ ok: true, data: { progress } })
  })
const scrolled = (top: number) =>
  act(async () => {
    page.top = top
    page.scroll({ scrollTop: -top })
  })

beforeEach(() => {
  asked.length = 0
  page.top = 0
})

it('tells of the end though the beginning is still under way', async () => {
  const client = createQueryClient(() => undefined)
  const { result } = renderHook(() => useProgress('a1', null), { wrapper: providerOf(client) })
  await act(async () => undefined)
  expect(asked.map(({ progress }) => progress)).toEqual([39])
  await scrolled(-1_500)
  expect(asked).toHaveLength(1)
  expect(result.current.noted).toBe(false)
  await answered(0)
  expect(asked.map(({ progress }) => progress)).toEqual([39, 100])
  await answered(1)
  expect(result.current.noted).toBe(true)
})

it('counts nothing as read that the page passes on its way to a comment, until the reader comes back to it', async () => {
  const clock = jest.spyOn(Date, 'now')
  const later = (ms: number) => clock.mockReturnValue(ms)
  later(1_000)
  const client = createQueryClient(() => undefined)
  const { result } = renderHook(() => useProgress('a2', null, true), { wrapper: providerOf(client) })
  await act(async () => undefined)
  expect(asked.map(({ progress }) => progress)).toEqual([39])
  await answered(0)
  for (const [ms, top] of [
    [2_000, -900],
    [3_000, -1_900],
  ] as const) {
    later(ms)
    await scrolled(top)
  }
  expect([result.current.progress, asked.length]).toEqual([39, 1])
  for (const [ms, top] of [
    [4_000, -600],
    [5_000, -1_900],
  ] as const) {
    later(ms)
    await scrolled(top)
  }
  expect(result.current.progress).toBe(100)
  expect(asked.map(({ progress }) => progress)).toEqual([39, 100])
  clock.mockRestore()
})
