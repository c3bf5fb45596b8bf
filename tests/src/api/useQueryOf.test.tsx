import { errorReply } from '@domain/kernel/errors'
import { onlineManager } from '@tanstack/react-query'
import { persistQueryClientRestore, persistQueryClientSave } from '@tanstack/react-query-persist-client'
import { act, renderHook, waitFor } from '@testing-library/react'
import { type CallReply, type CallRequest, unreachable, withinTimeout } from '@/api/envelope'
import { ApiError } from '@/api/error'
import { persistenceFor } from '@/api/persistence'
import { createQueryClient, shouldRetry } from '@/api/queryClient'
import { api } from '@/api/reference'
import { usePagesOf, useQueryOf } from '@/api/useQueryOf'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []
let answer: (request: CallRequest) => Promise<CallReply>
const phone = new Map<string, string>()

jest.mock('@/api/transport', () => ({
  send: (request: CallRequest) => {
    sent.push(request)
    return answer(request)
  },
}))
jest.mock('@tarojs/taro', () => ({
  getStorage: async ({ key }: { key: string }) => {
    const data = phone.get(key)
    if (data === undefined) throw new Error('getStorage:fail data not found')
    return { data }
  },
  setStorage: async ({ key, data }: { key: string; data: string }) => void phone.set(key, data),
  removeStorage: async ({ key }: { key: string }) => void phone.delete(key),
}))

const never = () => new Promise<CallReply>(() => undefined)
const balance = (coins: number): CallReply => ({ ok: true, data: { balance: coins } })
const page = (ids: string[], next: string | null): CallReply => ({
  ok: true,
  data: { posts: ids.map(postId => ({ postId })), next },
})
const quickClient = () => {
  const client = createQueryClient(() => undefined)
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retryDelay: 1 } })
  return client
}
const render = <T,>(hook: () => T, client = quickClient()) =>
  renderHook(hook, { wrapper: providerOf(client) })

/** What the phone shows on the next launch, before any answer. */
async function relaunch(from: ReturnType<typeof quickClient>, scope: string, nextScope = scope) {
  const { persister, ...options } = persistenceFor(scope)
  await persistQueryClientSave({ queryClient: from, persister, ...options })
  await waitFor(() => expect(phone.size).toBe(1))
  const client = quickClient()
  await persistQueryClientRestore({ queryClient: client, ...persistenceFor(nextScope) })
  return client
}

beforeEach(() => {
  onlineManager.setOnline(true)
  sent.length = 0
  phone.clear()
})

describe('what is gone or closed to its reader', () => {
  it.each(['FORUM_POST_MISSING', 'NOT_ALLOWED'] as const)('is not shown from the phone: %s', async code => {
    answer = async () => balance(40)
    const client = quickClient()
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}), client)
    await waitFor(() => expect(result.current.data).toEqual({ balance: 40 }))
    answer = async () => ({ ok: false, error: errorReply(code, 'id') })
    expect(await act(() => result.current.refetch())).toMatchObject({ data: undefined, isError: true })
    await waitFor(() => expect(result.current.data).toBeUndefined())
    const next = await relaunch(client, 'lin')
    expect(next.getQueryCache().getAll()).toEqual([])
  })

  it('differs from what only can’t be fetched now', async () => {
    answer = async () => balance(40)
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}))
    await waitFor(() => expect(result.current.data).toEqual({ balance: 40 }))
    answer = async () => ({ ok: false, error: errorReply('INTERNAL', 'id') })
    expect(await act(() => result.current.refetch())).toMatchObject({ data: { balance: 40 }, isError: true })
  })
})

describe('which errors are worth asking again', () => {
  it.each([
    ['TOO_BUSY', true],
    ['FUNCTION_TIMED_OUT', true],
    ['NOT_ALLOWED', false],
    ['FORUM_POST_MISSING', false],
    ['INVALID_INPUT', false],
    ['INTERNAL', false],
  ] as const)('%s: %s', (code, again) => {
    expect(shouldRetry(0, new ApiError(errorReply(code, 'id')))).toBe(again)
  })

  it('gives up after the third attempt', async () => {
    answer = async () => ({ ok: false, error: errorReply('TOO_BUSY', 'id') })
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(sent).toHaveLength(3)
  })

  it('asks once what is refused', async () => {
    answer = async () => ({ ok: false, error: errorReply('NOT_ALLOWED', 'id') })
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(sent).toHaveLength(1)
  })

  it('tells a phone that knows it is off line at once, and asks again by itself once the network is back', async () => {
    onlineManager.setOnline(false)
    answer = async request => unreachable(request.requestId)
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(sent).toHaveLength(1)
    answer = async () => balance(416)
    act(() => onlineManager.setOnline(true))
    await waitFor(() => expect(result.current.data?.balance).toBe(416))
  })
})

describe('how long an answer is waited for', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it.each([
    ['on line', true, 15_000, 'FUNCTION_TIMED_OUT'],
    ['off line', false, 2_000, 'NETWORK_UNREACHABLE'],
  ] as const)('%s', async (_where, isOnline, waitMs, code) => {
    onlineManager.setOnline(isOnline)
    const heard = jest.fn<void, [CallReply]>()
    void withinTimeout(never(), 'id').then(heard)
    await jest.advanceTimersByTimeAsync(waitMs - 1)
    expect(heard).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(heard).toHaveBeenCalledWith({ ok: false, error: expect.objectContaining({ code, kind: 'retry' }) })
  })
})

describe('the first paint', () => {
  it('shows the kept answer while the new one is under way', async () => {
    answer = async () => balance(416)
    const before = quickClient()
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}), before)
    await waitFor(() => expect(result.current.data?.balance).toBe(416))
    const client = await relaunch(before, 'me')
    answer = never
    const next = render(() => useQueryOf(api.coin.openStatement, {}, { staleMs: 0 }), client)
    expect(next.result.current.data?.balance).toBe(416)
    expect(next.result.current.isFetching).toBe(true)
  })

  it("never shows another person's answers", async () => {
    answer = async () => balance(416)
    const before = quickClient()
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}), before)
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const client = await relaunch(before, 'demo-lin', 'demo-chen')
    answer = never
    expect(render(() => useQueryOf(api.coin.openStatement, {}), client).result.current.data).toBeUndefined()
  })

  it('leaves out what was asked not to be kept', async () => {
    answer = async () => balance(416)
    const before = quickClient()
    const { result } = render(() => useQueryOf(api.coin.openStatement, {}, { kept: false }), before)
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const client = await relaunch(before, 'me')
    expect(client.getQueryCache().getAll()).toHaveLength(0)
  })

  it('keeps the first page of a long list', async () => {
    answer = async ({ input }) =>
      (input as { after?: string }).after === undefined ? page(['a', 'b'], 'b') : page(['c'], null)
    const before = quickClient()
    const { result } = render(() => usePagesOf(api.forum.openFeed, {}), before)
    await waitFor(() => expect(result.current.hasNextPage).toBe(true))
    await act(() => result.current.fetchNextPage())
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(2))
    expect(result.current.hasNextPage).toBe(false)
    expect(sent.map(request => request.input)).toEqual([{}, { after: 'b' }])
    const client = await relaunch(before, 'me')
    answer = never
    const next = render(() => usePagesOf(api.forum.openFeed, {}), client)
    expect(next.result.current.data?.pages.map(({ posts }) => posts.length)).toEqual([2])
    expect(next.result.current.hasNextPage).toBe(true)
  })

  it('asks for a kept list anew as it was first asked for', async () => {
    answer = async () => page(['a'], null)
    const before = quickClient()
    const { result } = render(() => usePagesOf(api.forum.openFeed, { sort: 'hot' }), before)
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const client = await relaunch(before, 'me')
    sent.length = 0
    answer = async () => page(['b', 'a'], null)
    const next = render(() => usePagesOf(api.forum.openFeed, { sort: 'hot' }, { staleMs: 0 }), client)
    await waitFor(() => expect(next.result.current.data?.pages[0]?.posts).toHaveLength(2))
    expect(sent.map(request => request.input)).toEqual([{ sort: 'hot' }])
  })
})
