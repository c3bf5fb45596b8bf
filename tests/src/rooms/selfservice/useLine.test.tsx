import { errorReply } from '@domain/kernel/errors'
import { onlineManager } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { type CallReply, type CallRequest, unreachable } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { api, keyOf } from '@/api/reference'
import { useLine, useTimetable } from '@/rooms/selfservice/shuttle/useLine'
import { providerOf } from '../../../support/queryHarness'

let answer: (request: CallRequest) => Promise<CallReply>
jest.mock('@/api/transport', () => ({
  send: (request: CallRequest) => answer(request),
  callerScope: () => 'lin',
}))

const line = (version: number) => ({ line: { lineId: 'L3' }, version })
/** A phone that has been told the list of lines; none of them was opened. */
function phone(listedAt = 1_000) {
  const client = createQueryClient(() => undefined)
  client.setQueryData(keyOf(api.selfservice.openShuttle, {}), { kept: [line(7)] }, { updatedAt: listedAt })
  return client
}

beforeEach(() => onlineManager.setOnline(false))
afterEach(() => onlineManager.setOnline(true))

test.each([
  ['a line', useLine],
  ['its timetable', useTimetable],
] as const)(
  '%s that was never opened is there without a network, as the list brought it',
  async (_of, useIt) => {
    answer = async ({ requestId }) => unreachable(requestId)
    const { result } = renderHook(() => useIt('L3'), { wrapper: providerOf(phone()) })
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(result.current).toMatchObject({ data: line(7), dataUpdatedAt: 1_000 })
    const other = renderHook(() => useIt('L9'), { wrapper: providerOf(phone()) })
    expect(other.result.current.data).toBeUndefined()
  },
)

test('the newer of both counts, and what is gone is not shown', async () => {
  const client = phone(1_000)
  const key = keyOf(api.selfservice.openLine, { lineId: 'L3' })
  answer = async ({ requestId }) => unreachable(requestId)
  const { result } = renderHook(() => useLine('L3'), { wrapper: providerOf(client) })
  client.setQueryData(key, line(6), { updatedAt: 900 })
  await waitFor(() => expect(result.current.data).toEqual(line(7)))
  client.setQueryData(key, line(8), { updatedAt: 1_100 })
  await waitFor(() => expect(result.current.data).toEqual(line(8)))

  answer = async () => ({ ok: false, error: errorReply('SELFSERVICE_LINE_MISSING', 'id') })
  const gone = renderHook(() => useLine('L3'), { wrapper: providerOf(phone()) })
  await waitFor(() => expect(gone.result.current.isError).toBe(true))
  expect(gone.result.current.data).toBeUndefined()
})
