import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import RebindPage from '@/rooms/identity/pages/rebind'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async () => ({
    ok: false,
    error: {
      code: 'IDENTITY_TOO_MANY_ATTEMPTS',
      kind: 'limited',
      message: '试的次数有点多，请一小时后再来',
      requestId: 'request-1',
      againAt: 0,
    },
  }),
}))
jest.mock('@/rooms/identity/useIdentityDraft', () => ({
  useIdentityDraft: () => ({
    draft: {
      agreed: true,
      employeeId: 'VC018842',
      name: '林晓川',
      phoneCode: 'code-1234',
      reason: '换了手机号',
    },
    change: () => undefined,
    drop: () => undefined,
  }),
}))

test('whoever has asked too often reads above the form from when they may again', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(RebindPage)))
  })
  await act(async () => void fireEvent.click(screen.getByText('提交申请')))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^试的次数有点多，.+ 起可以再试$/)
})
