import { errorReply } from '@domain/kernel/errors'
import { persistQueryClientRestore, persistQueryClientSave } from '@tanstack/react-query-persist-client'
import { act, renderHook, waitFor } from '@testing-library/react'
import { ApiError } from '@/api/error'
import { forgetColleague, isOfLeaver, partWith } from '@/api/leaver'
import { persistenceFor } from '@/api/persistence'
import { createQueryClient } from '@/api/queryClient'
import { api, keyOf } from '@/api/reference'
import { SessionGate } from '@/api/session'
import { useCommand } from '@/api/useCommand'
import { providerOf } from '../../support/queryHarness'

const phone = new Map<string, unknown>()
const launched: string[] = []
let route = 'pages/home/index'
let standing = 'employee'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'wx-ding',
  send: async ({ procedure }: { procedure: string }) =>
    procedure === 'openSession'
      ? { ok: true, data: { standing, me: null, unread: 0, waiting: null, coins: null } }
      : { ok: false, error: errorReply('IDENTITY_LEFT', '1') },
}))
jest.mock('@tarojs/taro', () => ({
  getCurrentPages: () => [{ route }],
  getCurrentInstance: () => ({ router: { params: {} } }),
  getStorage: async ({ key }: { key: string }) => ({ data: phone.get(key) }),
  setStorage: async ({ key, data }: { key: string; data: string }) => void phone.set(key, data),
  removeStorage: async ({ key }: { key: string }) => void phone.delete(key),
  getStorageSync: () => '',
  setStorageSync: (key: string, data: unknown) => void phone.set(key, data),
  getStorageInfoSync: () => ({ keys: [...phone.keys()] }),
  removeStorageSync: (key: string) => void phone.delete(key),
  reLaunch: async ({ url }: { url: string }) => void launched.push(url),
}))

const LEFT = '/rooms/identity/pages/left/index'
const session = keyOf(api.identity.openSession, {})
const feed = keyOf(api.forum.openFeed, {})
const kept = { standing: 'employee', me: { name: '丁一凡' }, unread: 3, waiting: 2, coins: { balance: 9 } }

function appOf() {
  const client = createQueryClient(error => {
    if (isOfLeaver(error)) partWith(client)
  })
  client.setQueryData(session, kept)
  client.setQueryData(feed, { posts: ['内部的话'] })
  return client
}

beforeEach(() => {
  phone.clear()
  launched.length = 0
  route = 'pages/home/index'
  for (const key of ['answers.wx-ding', 'draft.coin.rules', 'glossary.wx-ding', 'dev.openid'])
    phone.set(key, '留着的')
})

test('whoever has left keeps nothing on the phone, and reads the one page', () => {
  const client = appOf()
  partWith(client)
  expect([...phone.keys()]).toEqual(['dev.openid'])
  expect(client.getQueryData(feed)).toBeUndefined()
  expect(client.getQueryData(session)).toMatchObject({ standing: 'left', me: null, coins: null })
  expect(launched).toEqual([LEFT])
  route = LEFT.slice(1)
  partWith(client)
  expect(launched).toEqual([LEFT])
})

test('the next start knows it before anything is asked, and nothing else', async () => {
  const client = appOf()
  partWith(client)
  const { persister, ...options } = persistenceFor('wx-ding')
  await persistQueryClientSave({ queryClient: client, persister, ...options })
  await waitFor(() => expect(phone.has('answers.wx-ding')).toBe(true))
  expect(JSON.stringify([...phone.values()])).not.toContain('内部的话')
  expect(JSON.stringify([...phone.values()])).not.toContain('丁一凡')
  const next = createQueryClient(() => undefined)
  await persistQueryClientRestore({ queryClient: next, ...persistenceFor('wx-ding') })
  launched.length = 0
  renderHook(() => SessionGate(), { wrapper: providerOf(next) })
  await waitFor(() => expect(launched).toEqual([LEFT]))
})

test('it is learned from the session, and from a command that is refused', async () => {
  standing = 'left'
  const asking = createQueryClient(() => undefined)
  renderHook(() => SessionGate(), { wrapper: providerOf(asking) })
  await waitFor(() => expect(launched).toEqual([LEFT]))
  launched.length = 0
  phone.set('draft.coin.rules', '留着的')
  const { result } = renderHook(() => useCommand(api.growth.checkIn), { wrapper: providerOf(appOf()) })
  await act(async () => void (await result.current.run({} as never)))
  await waitFor(() => expect(launched).toEqual([LEFT]))
  expect(phone.has('draft.coin.rules')).toBe(false)
})

test('a phone whose account has moved keeps nothing of it but the form to be let in by', () => {
  const client = appOf()
  const answer = keyOf(api.identity.openMyRebind, {})
  client.setQueryData(answer, { state: 'moved' })
  phone.set('draft.identity.register.1.wx-ding', '在填的')
  forgetColleague(client)
  expect([...phone.keys()].sort()).toEqual(['dev.openid', 'draft.identity.register.1.wx-ding'])
  expect(client.getQueryData(feed)).toBeUndefined()
  expect(client.getQueryData(answer)).toEqual({ state: 'moved' })
  expect(client.getQueryData(session)).toMatchObject({ standing: 'stranger', me: null, coins: null })
})

test('that a colleague is a stranger by now is learned from the session, and empties the phone', async () => {
  standing = 'stranger'
  const client = appOf()
  renderHook(() => SessionGate(), { wrapper: providerOf(client) })
  await act(() => client.invalidateQueries({ queryKey: session }))
  await waitFor(() => expect(launched).toEqual(['/rooms/identity/pages/register/index']))
  expect([...phone.keys()]).toEqual(['dev.openid'])
  expect(client.getQueryData(feed)).toBeUndefined()
})

test('no other refusal is one of a leaver', () => {
  expect(isOfLeaver(new ApiError(errorReply('IDENTITY_NOT_REGISTERED', '1')))).toBe(false)
  expect(isOfLeaver(new Error('IDENTITY_LEFT'))).toBe(false)
})
