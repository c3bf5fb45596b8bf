import { useDidHide, useDidShow } from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { usePolling, useRefreshOnShow } from '@/api/useFollowing'

jest.mock('@tarojs/taro', () => ({ useDidShow: jest.fn(), useDidHide: jest.fn() }))

const lastOf = (hook: unknown) => (hook as jest.Mock<void, [() => void]>).mock.lastCall?.[0] ?? (() => {})
const show = () => act(() => lastOf(useDidShow)())
const hide = () => act(() => lastOf(useDidHide)())
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

const refetch = jest.fn(() => Promise.resolve())

beforeEach(() => {
  jest.useFakeTimers()
  refetch.mockClear()
})
afterEach(() => jest.useRealTimers())

it('asks again when the page comes into sight, joining a call under way', () => {
  renderHook(() => useRefreshOnShow({ refetch }))
  show()
  expect(refetch).toHaveBeenCalledWith({ cancelRefetch: false })
})

describe('polling', () => {
  const start = (isOn = true) =>
    renderHook(({ on }) => usePolling({ refetch }, on), { initialProps: { on: isOn } })

  it('asks every five seconds at first and once a minute in the end', async () => {
    start()
    await pass(60_000)
    expect(refetch).toHaveBeenCalledTimes(12)
    await pass(14 * 60_000)
    refetch.mockClear()
    await pass(5 * 60_000)
    expect(refetch).toHaveBeenCalledTimes(5)
  })

  it('rests while nobody looks', async () => {
    start()
    hide()
    await pass(60_000)
    expect(refetch).not.toHaveBeenCalled()
    show()
    await pass(5_000)
    expect(refetch).toHaveBeenCalledTimes(1)
  })

  it('ends when there is nothing more to wait for, and with the page', async () => {
    const { rerender, unmount } = start()
    rerender({ on: false })
    await pass(60_000)
    rerender({ on: true })
    unmount()
    await pass(60_000)
    expect(refetch).not.toHaveBeenCalled()
  })

  it('waits for an answer before it asks again', async () => {
    let arrive = () => {}
    refetch.mockImplementationOnce(
      () =>
        new Promise<void>(resolve => {
          arrive = resolve
        }),
    )
    start()
    await pass(60_000)
    expect(refetch).toHaveBeenCalledTimes(1)
    arrive()
    await pass(5_000)
    expect(refetch).toHaveBeenCalledTimes(2)
  })
})
