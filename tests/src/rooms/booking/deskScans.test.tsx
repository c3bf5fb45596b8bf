import Taro from '@tarojs/taro'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useDeskScans } from '@/rooms/booking/pages/desk/useDeskScans'
import { slotAnswerOf } from '@/rooms/booking/slotAnswer'
import { providerOf } from '../../../support/queryHarness'

interface Input {
  centreId: string
  scans: { code: string; scannedAt: number }[]
}

const sent: Input[] = []
let reachable = true
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
    const results = (input as Input).scans.map(({ code }) => ({
      code,
      outcome: 'attended',
      placeId: 'place-1',
      name: '林小川',
      party: 3,
      startsAt: 1,
      attendedAt: 1,
    }))
    return { ok: true, data: { results } }
  },
}))

const list = { expected: [{ placeId: 'visit:place-9', name: '程立新', shortCode: '5824' }], isWhole: false }

const atTheDesk = () => {
  const client = createQueryClient(() => undefined)
  client.setDefaultOptions({ mutations: { retry: false } })
  return renderHook(() => useDeskScans('centre-shanghai', list), { wrapper: providerOf(client) })
}

beforeEach(() => {
  sent.length = 0
  reachable = true
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
})

test('a scan at the desk is sent for its centre, and whom it let in is told', async () => {
  const { result } = atTheDesk()
  await act(() => result.current.scan('4271'))
  expect(sent).toEqual([
    { centreId: 'centre-shanghai', scans: [{ code: '4271', scannedAt: expect.any(Number) }] },
  ])
  expect(result.current.results).toEqual([{ code: '4271', name: '林小川', party: 3, outcome: 'attended' }])
})

test('a tap on the list without a network is held for that visitor, and goes out later', async () => {
  reachable = false
  const { result, unmount } = atTheDesk()
  await act(() => result.current.enter('visit:place-7'))
  expect(result.current.held.has('visit:place-7')).toBe(true)
  expect(stored.size).toBe(1)
  unmount()
  reachable = true
  const again = atTheDesk()
  await waitFor(() => expect(again.result.current.waiting).toEqual([]))
  expect(sent.flatMap(({ scans }) => scans.map(({ code }) => code))).toEqual(['visit:place-7'])
})

test('digits that are typed without a network mark the visitor whose they are', async () => {
  reachable = false
  const { result } = atTheDesk()
  await act(() => result.current.scan('5824'))
  await act(() => result.current.scan('1111'))
  expect(result.current.held.has('visit:place-9')).toBe(true)
  // Of another day, or of a list that was cut: nobody is turned away by it.
  expect(result.current.waiting[1]).toMatchObject({ code: '1111', standing: 'unclear' })
})

test('the hour is said of a ticket for another one', () => {
  const startsAt = Date.parse('2026-11-19T14:00:00+08:00')
  const result = { code: '4271', placeId: 'p', name: '林小川', party: 1, startsAt, attendedAt: null }
  expect(slotAnswerOf({ ...result, outcome: 'notOpen' })).toMatchObject({ hour: '14:00' })
  expect(slotAnswerOf({ ...result, outcome: 'attended' })).not.toHaveProperty('hour')
})
