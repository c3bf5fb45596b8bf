import { MINUTE_MS } from '@domain/kernel/time'
import { onlineManager } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { useAttendance } from '@/rooms/live/useAttendance'
import { useBroadcast } from '@/rooms/live/useBroadcast'
import { useWatching } from '@/rooms/live/useWatching'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const asked: { procedure: string; input: { pass?: string } }[] = []
const said = { status: 'before', startsInMinutes: 60, isPassOver: false }

function opened() {
  const startsAt = NOW + said.startsInMinutes * MINUTE_MS
  const passes = asked.filter(({ procedure }) => procedure === 'openBroadcast').length
  return {
    broadcast: { broadcastId: 'b', status: said.status, startsAt, endsAt: NOW + 180 * MINUTE_MS },
    mine: { reminded: true, minutes: 0, earned: null, heart: { on: false, since: 0 } },
    messages: { latest: [], total: 0, liked: [] },
    draw: null,
    pass: `pass-${passes}`,
    now: Date.now(),
  }
}
const pulse = () => ({ status: said.status, fresh: [], gone: [], draw: null, now: Date.now() })
const attended = () => ({ status: 'live', minutes: 5, earned: null, pass: 'renewed', now: Date.now() })

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure, input }: CallRequest): Promise<CallReply> => {
    asked.push({ procedure, input: input as object })
    if (procedure === 'pulse' && said.isPassOver)
      return { ok: false, error: { code: 'LIVE_PASS_OVER', kind: 'conflict', message: '', requestId: '' } }
    const answers = { openBroadcast: opened, pulse, attend: attended }
    return { ok: true, data: answers[procedure as keyof typeof answers]() }
  },
}))

/** Effects come between the steps, as on a phone. */
async function pass(ms: number): Promise<void> {
  for (const step of [0, ms, 0]) await act(() => jest.advanceTimersByTimeAsync(step))
}
const times = (name: string) => asked.filter(({ procedure }) => procedure === name).length
const wrapped = () => ({ wrapper: providerOf(createQueryClient(() => undefined)) })

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  onlineManager.setOnline(true)
  asked.length = 0
  Object.assign(said, { status: 'before', startsInMinutes: 60, isPassOver: false })
})
afterEach(() => jest.useRealTimers())

it('says at once that somebody was there who leaves for the picture, and not before it is on', async () => {
  const told = jest.fn()
  const { result, rerender } = renderHook(({ isOn }) => useAttendance('b', isOn, told), {
    initialProps: { isOn: false },
  })
  result.current()
  await pass(0)
  expect(times('attend')).toBe(0)
  rerender({ isOn: true })
  result.current()
  await pass(0)
  expect(times('attend')).toBe(1)
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ minutes: 5 }))
})

it('counts who looks at the picture on our own page as there, for as long as they look', async () => {
  said.status = 'live'
  said.startsInMinutes = -1
  renderHook(() => useWatching('b'), wrapped())
  await pass(9_000)
  expect(times('attend')).toBe(1)
  await pass(5 * MINUTE_MS)
  expect(times('attend')).toBe(2)
})

it('hears that it has begun hours early, though the page waits longer than its pass lasts', async () => {
  const { result } = renderHook(() => useBroadcast('b', () => false), wrapped())
  await pass(6 * MINUTE_MS)
  expect(times('pulse')).toBeGreaterThan(0)
  expect(result.current.status).toBe('before')
  said.isPassOver = true
  await pass(6 * MINUTE_MS)
  said.isPassOver = false
  expect(times('openBroadcast')).toBe(2)
  said.status = 'live'
  said.startsInMinutes = 0
  await pass(6 * MINUTE_MS)
  expect(asked.filter(({ procedure }) => procedure === 'pulse').at(-1)?.input.pass).toBe('pass-2')
})
