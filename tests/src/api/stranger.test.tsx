import { act, renderHook, waitFor } from '@testing-library/react'
import { createQueryClient } from '@/api/queryClient'
import { SessionGate } from '@/api/session'
import { useEntry } from '@/rooms/identity/useEntry'
import { providerOf } from '../../support/queryHarness'

const launched: string[] = []
let page: { route: string; params: Record<string, string> }
let standing = 'stranger'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'wx-new',
  send: async () => ({ ok: true, data: { standing, me: null, unread: 0, waiting: null, coins: null } }),
}))
jest.mock('@tarojs/taro', () => ({
  getCurrentPages: () => [{ route: page.route }],
  getCurrentInstance: () => ({ router: { params: page.params } }),
  getStorageSync: () => '',
  setStorageSync: () => undefined,
  reLaunch: async ({ url }: { url: string }) => void launched.push(url),
  switchTab: async ({ url }: { url: string }) => void launched.push(url),
}))

const REGISTER = '/rooms/identity/pages/register/index'

async function comeFor(route: string, params: Record<string, string>) {
  launched.length = 0
  page = { route, params }
  standing = 'stranger'
  const wrapper = providerOf(createQueryClient(() => undefined))
  renderHook(() => SessionGate(), { wrapper })
  await waitFor(() => expect(launched).toEqual([REGISTER]))
  page = { route: REGISTER.slice(1), params: {} }
  standing = 'employee'
  const { result } = renderHook(useEntry, { wrapper })
  return result.current
}

test('whoever came by a shared link and registered is led to it, and once', async () => {
  const params = { postId: 'p%201', stamp: '3', $taroTimestamp: '1' }
  const enter = await comeFor('rooms/forum/pages/post/index', params)
  await act(enter)
  expect(launched).toEqual([REGISTER, '/rooms/forum/pages/post/index?postId=p%201'])
  await act(enter)
  expect(launched.at(-1)).toBe('/pages/home/index')
})

test('whoever came for a tab is led to that tab', async () => {
  const enter = await comeFor('pages/energy/index', { scene: '1' })
  await act(enter)
  expect(launched).toEqual([REGISTER, '/pages/energy/index'])
})
