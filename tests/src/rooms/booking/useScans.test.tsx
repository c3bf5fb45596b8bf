import { errorReply } from '@domain/kernel/errors'
import { onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useScans } from '@/rooms/booking/pages/host/useScans'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

interface Input {
  scans: { code: string; scannedAt: number }[]
}

const sent: Input[] = []
let reachable = true
let refusal: CallReply | undefined
const stored = new Map<string, unknown>()

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-host',
  send: async ({ input, requestId }: CallRequest): Promise<CallReply> => {
    if (!reachable)
      return {
        ok: false,
        error: { code: 'NETWORK_UNREACHABLE', kind: 'retry', message: '没能连上', requestId },
      }
    sent.push(input as Input)
    if (refusal) return refusal
    const results = (input as Input).scans.map(({ code }) => ({
      code,
      outcome: 'attended',
      name: `来宾${code}`,
      party: 1,
      attendedAt: 1,
    }))
    return { ok: true, data: { results } }
  },
}))

const goOnline = () =>
  act(async () => {
    onlineManager.setOnline(false)
    onlineManager.setOnline(true)
  })

function atTheDoor() {
  const client = createQueryClient(() => undefined)
  client.setDefaultOptions({ mutations: { retry: false } })
  const list = { expected: [{ placeId: 'event-1:a', name: '程立新', shortCode: '0007' }], isWhole: true }
  return renderHook(() => useScans('event-1', list), { wrapper: providerOf(client) })
}

beforeEach(() => {
  sent.length = 0
  reachable = true
  refusal = undefined
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
  useToast.setState({ current: undefined })
})

test('a scan is sent at once, and whom it let in is told', async () => {
  const { result } = atTheDoor()
  await act(() => result.current.scan('4271'))
  expect(result.current.waiting).toEqual([])
  expect(result.current.results).toEqual([expect.objectContaining({ name: '来宾4271' })])
})

test('without a network scans stay on the phone, outlive the page, and go out once it is back', async () => {
  reachable = false
  const { result, unmount } = atTheDoor()
  await act(() => result.current.scan('4271'))
  await act(() => result.current.scan('0007'))
  await act(() => result.current.scan('4271'))
  expect(result.current.waiting).toMatchObject([
    { code: '4271', name: null, standing: 'unlisted' },
    { code: '0007', name: '程立新', standing: 'held' },
  ])
  expect(result.current.held.has('event-1:a')).toBe(true)
  unmount()

  const again = atTheDoor()
  await waitFor(() => expect(again.result.current.waiting).toHaveLength(2))
  reachable = true
  await goOnline()
  await waitFor(() => expect(again.result.current.waiting).toEqual([]))
  expect(sent.flatMap(({ scans }) => scans.map(({ code }) => code))).toEqual(['4271', '0007'])
  expect(stored.size).toBe(0)
})

test('what the cloud refuses for good is said, and does not stand in the way of the next', async () => {
  refusal = { ok: false, error: errorReply('BOOKING_NOT_OPEN_YET', 'the-request-id') }
  const { result } = atTheDoor()
  await act(() => result.current.scan('4271'))
  expect(result.current.waiting).toEqual([])
  expect(useToast.getState().current).toMatchObject({ text: '不在签到时间，开始前一小时到结束可以签到' })
})

test.each([
  ['the function dies', 'FUNCTION_FAILED', undefined],
  ['our own code fails', 'INTERNAL', { text: expect.stringContaining('编号') }],
] as const)('where %s its scans stay on the phone, and go out later', async (_what, code, said) => {
  refusal = { ok: false, error: errorReply(code, 'the-request-id') }
  const { result } = atTheDoor()
  await act(() => result.current.scan('4271'))
  expect(result.current.waiting).toHaveLength(1)
  const { current } = useToast.getState()
  if (said) expect(current).toMatchObject(said)
  else expect(current).toBeUndefined()
  refusal = undefined
  await act(() => result.current.scan('0007'))
  expect(result.current.waiting).toEqual([])
  expect(sent.at(-1)?.scans.map(({ code }) => code)).toEqual(['4271', '0007'])
})

test('what is no code is not put down', async () => {
  const { result } = atTheDoor()
  let taken = true
  await act(async () => {
    taken = await result.current.scan('https://example.com')
  })
  expect(taken).toBe(false)
  expect(stored.size).toBe(0)
})
