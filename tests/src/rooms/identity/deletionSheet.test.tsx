import { staying } from '@domain/identity/ownData'
import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { DeletionSheet } from '@/rooms/identity/pages/myData/DeletionSheet'
import { providerOf } from '../../../support/queryHarness'

const opened = { blockers: [{ kind: 'orders', count: 2 }], balance: 85 }

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-employee',
  fileUrl: (fileId: string) => fileId,
  send: async (_request: CallRequest): Promise<CallReply> => ({ ok: true, data: opened }),
}))

it('says what stays and why, also while something is in the way', async () => {
  jest.useFakeTimers()
  const sheet = createElement(DeletionSheet, { open: true, onClose: () => undefined })
  render(createElement(providerOf(createQueryClient(() => undefined)), null, sheet))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText('2 件订单还没办完')).not.toBeNull()
  for (const line of staying) expect(screen.queryByText(line)).not.toBeNull()
  expect(screen.queryByText('余下的 85 沃币作废，不能转给别人。')).not.toBeNull()
  expect(screen.queryByText(/天后注销$/)).toBeNull()
})
