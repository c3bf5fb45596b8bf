import type { Direction } from '@domain/selfservice/network'
import Taro from '@tarojs/taro'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { type Opened, useLineDraft } from '@/rooms/selfservice/pages/shuttleEdit/useLineDraft'
import { secondsFrom, withTime, withTrip } from '@/rooms/selfservice/shuttle/lineDraft'
import { hindranceOf } from '@/rooms/selfservice/shuttle/problemWords'
import { providerOf } from '../../../support/queryHarness'
import { line3, network } from '../../../support/shuttleNetwork'

const sent: unknown[] = []
const stored = new Map<string, unknown>()

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-planner',
  send: async ({ input }: CallRequest): Promise<CallReply> => {
    sent.push(input)
    return { ok: true, data: { versionId: 'v7', revision: 4 } }
  },
}))

beforeEach(() => {
  sent.length = 0
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
})

const openedAt = (revision: number) =>
  ({
    version: { versionId: 'v7', revision },
    line: line3,
    published: line3,
    ...network,
  }) as unknown as Opened

const editing = (revision = 3) =>
  renderHook(() => useLineDraft(openedAt(revision)), {
    wrapper: providerOf(createQueryClient(() => undefined)),
  })
const [there] = line3.directions as [Direction]
const [first] = there.trips as [Direction['trips'][0]]
const withClock = (clock: string) => withTrip(there, withTime(first, 0, secondsFrom(clock)))

test('what is edited is there again when the page was left, and gone when it is saved', async () => {
  const before = editing()
  expect(before.result.current.isChanged).toBe(false)
  act(() => before.result.current.change(withClock('6:31')))
  expect(before.result.current.isChanged).toBe(true)
  before.unmount()
  const again = editing()
  expect(again.result.current.isChanged).toBe(true)
  act(() => void again.result.current.save())
  await waitFor(() => expect(sent).toMatchObject([{ versionId: 'v7', revision: 3 }]))
  await waitFor(() => expect(stored.size).toBe(0))
})

test('nothing is put over what somebody else has saved meanwhile', () => {
  const { result } = editing(3)
  act(() => result.current.change(withClock('6:31')))
  expect(editing(4).result.current.isChanged).toBe(false)
  act(() => result.current.discard())
  expect(editing(3).result.current.isChanged).toBe(false)
})

test('a trip whose times do not rise is said before it is sent', () => {
  const { result } = editing()
  expect(result.current.problems).toEqual([])
  const [start] = first.calls
  const stuck = { ...first, calls: first.calls.map(() => start ?? null) }
  const back = { ...stuck, calls: stuck.calls.map((call, at) => (at === 1 ? ([0, 0] as const) : call)) }
  act(() => result.current.change(withTrip(there, back as typeof first)))
  expect(result.current.problems[0]?.path).toMatch(/^directions\.0\.trips\./)
})

const ready = { problems: [], stale: false, changes: [{}], earliestOn: '2026-12-01', waiting: null }
const waiting = { number: 2, effectiveOn: '2026-12-01' }
test.each([
  [undefined, '2026-12-01', '修路', '正在和线上的版本比…'],
  [{ ...ready, stale: true }, '2026-12-01', '修路', '在你改的时候发布了别的版本，请从新的一版开始'],
  [{ ...ready, changes: [] }, '2026-12-01', '修路', '和现行一样，没有要发布的'],
  [ready, '', '修路', '选从哪天起'],
  [ready, '2026-11-30', '修路', '最早 12 月 1 日'],
  [{ ...ready, waiting }, '2026-11-30', '修路', '第 2 版 12 月 1 日生效，这一版要排在它后面'],
  [ready, '2026-12-01', '修', '写一句为什么，同事会看到'],
  [ready, '2026-12-01', '修路', undefined],
])('a draft that shows %j, from %s, for %s: %s', (preview, on, note, said) => {
  expect(hindranceOf(preview, on, note)).toBe(said)
})
