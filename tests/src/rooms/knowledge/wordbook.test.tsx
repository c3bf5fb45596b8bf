import { WORDBOOK_MAX, wordbookAfter } from '@domain/knowledge/wordbook'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { callerScope, send } from '@/api/transport'
import { KeepButton } from '@/rooms/knowledge/KeepButton'
import { mergeWordbook, turnInBook, useWordbook } from '@/rooms/knowledge/wordbook'

const stored = new Map<string, unknown>()
/** What the cloud has of each caller. */
const books = new Map<string, string[]>()
const phone = { caller: '', isOnline: true }

jest.mock('@/api/transport', () => ({ callerScope: jest.fn(() => ''), send: jest.fn() }))

async function answer({ input, requestId }: CallRequest): Promise<CallReply> {
  const error = { code: 'NETWORK_UNREACHABLE', kind: 'retry', message: '', requestId } as const
  if (!phone.isOnline) return { ok: false, error }
  const change = input as { taken: string[]; dropped: string[] }
  const termIds = wordbookAfter(books.get(phone.caller) ?? [], change)
  books.set(phone.caller, termIds)
  return { ok: true, data: { termIds } }
}

const Book = () => createElement('output', null, useWordbook().join(' '))
const shown = () => screen.getByRole('status').textContent

beforeEach(() => {
  jest.mocked(callerScope).mockImplementation(() => phone.caller)
  jest.mocked(send).mockImplementation(answer)
  stored.clear()
  books.clear()
  phone.isOnline = true
  phone.caller = `reader of ${expect.getState().currentTestName}`
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
})

test('a word goes into the book of whoever is there, and out of it again', async () => {
  render(createElement(KeepButton, { termId: 'bms' }))
  act(() => void fireEvent.click(screen.getByText('收进词本')))
  expect(screen.getByText('在词本里')).not.toBeNull()
  await waitFor(() => expect(books.get(phone.caller)).toEqual(['bms']))
  await act(async () => void turnInBook('soc'))
  await waitFor(() => expect(books.get(phone.caller)).toEqual(['soc', 'bms']))
  await act(async () => void fireEvent.click(screen.getByText('在词本里')))
  await waitFor(() => expect(books.get(phone.caller)).toEqual(['soc']))
})

test('nobody sees what somebody else has collected on the same phone', async () => {
  await act(async () => void turnInBook('bms'))
  const first = phone.caller
  phone.caller = 'the-second'
  render(createElement(KeepButton, { termId: 'bms' }))
  expect(screen.getByText('收进词本')).not.toBeNull()
  await act(async () => void expect(turnInBook('soc')).toBe(true))
  await waitFor(() => expect(Object.fromEntries(books)).toEqual({ [first]: ['bms'], 'the-second': ['soc'] }))
})

test('what a phone had for itself comes into the cloud, with what another phone has there', async () => {
  stored.set(`glossary.book.${phone.caller}`, ['bms', 'soc'])
  books.set(phone.caller, ['spa', 'soc'])
  render(createElement(Book))
  expect(shown()).toBe('bms soc')
  await act(async () => mergeWordbook(['spa', 'soc']))
  await waitFor(() => expect(books.get(phone.caller)).toEqual(['bms', 'spa', 'soc']))
  expect(shown()).toBe('bms spa soc')
  // Another phone drops one: nothing brings it back.
  books.set(phone.caller, ['spa', 'soc'])
  await act(async () => mergeWordbook(['spa', 'soc']))
  expect(shown()).toBe('spa soc')
  expect(books.get(phone.caller)).toEqual(['spa', 'soc'])
})

test('what is turned without a network is told once there is one', async () => {
  books.set(phone.caller, ['spa', 'soc'])
  render(createElement(Book))
  await act(async () => mergeWordbook(['spa', 'soc']))
  phone.isOnline = false
  await act(async () => void turnInBook('spa'))
  await act(async () => void turnInBook('bms'))
  expect(shown()).toBe('bms soc')
  expect(books.get(phone.caller)).toEqual(['spa', 'soc'])
  phone.isOnline = true
  await act(async () => mergeWordbook(['spa', 'soc']))
  await waitFor(() => expect(books.get(phone.caller)).toEqual(['bms', 'soc']))
  expect(shown()).toBe('bms soc')
})

test('a book that is full lets go of its oldest word', () => {
  const full = Array.from({ length: WORDBOOK_MAX }, (_, index) => `word-${index}`)
  const after = wordbookAfter(full, { taken: ['new'], dropped: [] })
  expect([after.length, after[0], after.includes('word-199')]).toEqual([WORDBOOK_MAX, 'new', false])
})
