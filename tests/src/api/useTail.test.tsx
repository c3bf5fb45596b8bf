import { focusManager } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { call } from '@/api/call'
import { api } from '@/api/reference'
import { useTail } from '@/api/useTail'

jest.mock('@tarojs/taro', () => ({ useDidShow: jest.fn(), useDidHide: jest.fn() }))
jest.mock('@/api/call', () => ({ call: jest.fn() }))

const asked = call as unknown as jest.Mock
const lastOf = (hook: unknown) => (hook as jest.Mock<void, [() => void]>).mock.lastCall?.[0] ?? (() => {})
const show = () => act(() => lastOf(useDidShow)())
const hide = () => act(() => lastOf(useDidHide)())
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

const onAnswer = jest.fn(() => Promise.resolve(false))
/** One second longer for each question in vain. */
const pauseMs = (inVain: number) => (1 + inVain) * 1_000
const inputOf = () => ({ postId: 'post-1', since: 0 })
const start = (isOn = true) =>
  renderHook(({ on }) => useTail(api.forum.tailComments, { isOn: on, inputOf, onAnswer, pauseMs }), {
    initialProps: { on: isOn },
  })

beforeEach(() => {
  jest.useFakeTimers()
  asked.mockReset().mockResolvedValue({ comments: [] })
  onAnswer.mockReset().mockResolvedValue(false)
})
afterEach(() => {
  act(() => focusManager.setFocused(undefined))
  jest.useRealTimers()
})

it('waits longer after each question in vain, and begins anew when something comes', async () => {
  start()
  await pass(1_000)
  expect(asked).toHaveBeenCalledTimes(1)
  onAnswer.mockResolvedValueOnce(true)
  await pass(2_000)
  expect(asked).toHaveBeenCalledTimes(2)
  await pass(1_000)
  expect(asked).toHaveBeenCalledTimes(3)
  await pass(1_000)
  expect(asked).toHaveBeenCalledTimes(3)
})

it('takes a failure for silence and asks again', async () => {
  asked.mockRejectedValueOnce(new Error('no way'))
  start()
  await pass(3_000)
  expect(asked).toHaveBeenCalledTimes(2)
  expect(onAnswer).toHaveBeenCalledTimes(1)
})

it('asks nothing while the page is covered or the app is behind, and soon again after', async () => {
  start()
  hide()
  await pass(60_000)
  expect(asked).not.toHaveBeenCalled()
  show()
  await pass(1_000)
  expect(asked).toHaveBeenCalledTimes(1)
  act(() => focusManager.setFocused(false))
  await pass(60_000)
  expect(asked).toHaveBeenCalledTimes(1)
  act(() => focusManager.setFocused(true))
  await pass(1_000)
  expect(asked).toHaveBeenCalledTimes(2)
})

it('asks nothing before there is something to go on from, and ends with the page', async () => {
  const { rerender, unmount } = start(false)
  await pass(60_000)
  rerender({ on: true })
  unmount()
  await pass(60_000)
  expect(asked).not.toHaveBeenCalled()
})
