import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import ShipPage from '@/rooms/mall/pages/ship/index'
import { providerOf } from '../../../support/queryHarness'

const denied = {
  code: 'NOT_ALLOWED',
  kind: 'denied',
  message: '这件事要有相应的权限',
  requestId: 'r',
} as const

jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-keeper-of-coins',
  fileUrl: (fileId: string) => fileId,
  send: async (_request: CallRequest): Promise<CallReply> => ({ ok: false, error: denied }),
}))

it('offers its form to nobody who may not send', async () => {
  jest.useFakeTimers()
  render(createElement(providerOf(createQueryClient(() => undefined)), null, createElement(ShipPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText('这里没有对你开放')).not.toBeNull()
  expect(screen.queryByText('选文件核对')).toBeNull()
})
