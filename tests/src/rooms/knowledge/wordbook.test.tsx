import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { KeepButton } from '@/rooms/knowledge/KeepButton'
import { turnInBook } from '@/rooms/knowledge/wordbook'

const stored = new Map<string, unknown>()
let caller = 'the-reader'

jest.mock('@/api', () => ({ callerScope: () => caller }))

beforeEach(() => {
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
})

test('a word goes into the book of whoever is there, and out of it again', () => {
  render(createElement(KeepButton, { termId: 'bms' }))
  act(() => void fireEvent.click(screen.getByText('收进词本')))
  expect(screen.getByText('在词本里')).not.toBeNull()
  expect([...stored.values()]).toEqual([['bms']])
  act(() => void turnInBook('soc'))
  expect([...stored.values()]).toEqual([['soc', 'bms']])
  act(() => void fireEvent.click(screen.getByText('在词本里')))
  expect([...stored.values()]).toEqual([['soc']])
})

test('nobody sees what somebody else has collected on the same phone', () => {
  caller = 'the-first'
  act(() => void turnInBook('bms'))
  caller = 'the-second'
  render(createElement(KeepButton, { termId: 'bms' }))
  expect(screen.getByText('收进词本')).not.toBeNull()
  act(() => void expect(turnInBook('soc')).toBe(true))
  expect([...stored.values()]).toEqual([['bms'], ['soc']])
})
