import Taro from '@tarojs/taro'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useDoorPass } from '@/rooms/booking/pages/ticket/useDoorPass'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

const sent: object[] = []
let reachable = true
let claimed = false
const stored = new Map<string, unknown>()

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-guest',
  send: async ({ input, requestId }: CallRequest): Promise<CallReply> => {
    if (!reachable)
      return {
        ok: false,
        error: { code: 'NETWORK_UNREACHABLE', kind: 'retry', message: '没能连上', requestId },
      }
    sent.push(input as object)
    return { ok: true, data: { state: claimed ? 'confirmed' : 'attended', earned: null, claimed } }
  },
}))

const atTheDoor = () => {
  const client = createQueryClient(() => undefined)
  client.setDefaultOptions({ mutations: { retry: false } })
  return renderHook(() => useDoorPass('event-1'), { wrapper: providerOf(client) })
}

beforeEach(() => {
  sent.length = 0
  reachable = true
  claimed = false
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
  useToast.setState({ current: undefined })
})

test('the poster that is scanned without a network waits with its time, and lets in once there is one', async () => {
  reachable = false
  const { result, unmount } = atTheDoor()
  const before = Date.now()
  await act(() => result.current.enter('01HZX3V9Q2K7M4PA'))
  expect(result.current.isWaiting).toBe(true)
  unmount()
  reachable = true
  const again = atTheDoor()
  await waitFor(() => expect(again.result.current.isWaiting).toBe(false))
  expect(sent).toEqual([
    { sessionId: 'event-1', doorCode: '01HZX3V9Q2K7M4PA', scannedAt: expect.any(Number) },
  ])
  expect((sent[0] as { scannedAt: number }).scannedAt).toBeGreaterThanOrEqual(before)
  expect(stored.size).toBe(0)
})

test('what is no code at all is not put down', async () => {
  const { result } = atTheDoor()
  await act(() => result.current.enter('https://example.com'))
  expect(result.current.isWaiting).toBe(false)
  expect(useToast.getState().current).toMatchObject({ text: '这不是门口的签到码' })
})

test('what arrives when the event is over is left to the president, and waits here no longer', async () => {
  claimed = true
  const { result } = atTheDoor()
  await act(() => result.current.enter('01HZX3V9Q2K7M4PA'))
  expect(result.current.isWaiting).toBe(false)
  expect(useToast.getState().current).toMatchObject({ text: expect.stringContaining('告诉会长') })
})
