import { errorReply } from '@domain/kernel/errors'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { ReportSheet } from '@/rooms/forum/components/ReportSheet'
import { toast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const kept = new Map<string, unknown>()
let mockReply: CallReply
jest.mock('@/api/transport', () => ({ callerScope: () => 'me', send: async () => mockReply }))

beforeEach(async () => {
  const Taro = (await import('@tarojs/taro')).default
  jest.spyOn(Taro, 'getStorageSync').mockImplementation(key => kept.get(key) ?? '')
  jest.spyOn(Taro, 'setStorageSync').mockImplementation((key, data) => void kept.set(key, data))
  kept.clear()
})
afterEach(() => act(() => toast.dismiss()))

function open() {
  const Provider = providerOf(createQueryClient(() => undefined))
  const sheet = createElement(ReportSheet, { open: true, kind: 'post', id: 'p1', onClose: () => undefined })
  return render(createElement(Provider, null, sheet))
}

test.each([
  ['was taken', { ok: true, data: { reported: true } } as CallReply],
  ['had been taken before', { ok: false, error: errorReply('FORUM_ALREADY_REPORTED', 'id') } as CallReply],
])('after a report that %s it is said in the place of the form', async (_name, reply) => {
  mockReply = reply
  const { unmount } = open()
  fireEvent.click(screen.getByText('广告'))
  await act(async () => void fireEvent.click(screen.getByText('举报')))
  unmount()
  open()
  expect(screen.getByText('你已经举报过了，版主看过会告诉你。')).toBeTruthy()
  expect(screen.queryByText('广告')).toBeNull()
})
