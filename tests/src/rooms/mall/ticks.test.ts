import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { leftOf, useTicks } from '@/rooms/mall/pages/picking/ticks'

const stored = new Map<string, unknown>()
const MORNING = Date.parse('2026-11-24T07:40:00+08:00')
const DAY_MS = 86_400_000

jest.mock('@/api', () => ({ callerScope: () => 'the-keeper' }))

beforeEach(() => {
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
})

const desk = (...numbers: string[]) => ({ people: numbers.map(number => ({ number, quantity: 2 })) })
const opened = (now: number) => renderHook(() => useTicks(now)).result

test('what is fetched stays ticked for the shift, and is counted anew the next day', () => {
  const first = opened(MORNING)
  act(() => first.current.turn(['a', 'b'], true))
  act(() => first.current.turn(['b'], false))
  expect([...first.current.picked]).toEqual(['a'])
  expect([...opened(MORNING + DAY_MS / 3).current.picked]).toEqual(['a'])
  expect([...opened(MORNING + DAY_MS).current.picked]).toEqual([])
})

test('an order that comes after a tick is still to be fetched', () => {
  const page = opened(MORNING)
  act(() => page.current.turn(['a', 'b'], true))
  expect(leftOf(desk('a', 'b'), page.current.picked)).toBe(0)
  expect(leftOf(desk('a', 'b', 'c'), page.current.picked)).toBe(2)
})
