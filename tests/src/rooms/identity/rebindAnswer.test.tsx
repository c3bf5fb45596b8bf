import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { RebindAnswer } from '@/rooms/identity/RebindAnswer'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async () => ({ ok: true, data: { state: 'waiting', reason: null } }),
}))

test('whoever waits for an answer that may never come reads when to ask again', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(RebindAnswer)))
  })
  expect((await screen.findByText(/换绑申请/)).textContent).toBe('换绑申请交上去了')
  expect(screen.getByText('有了结果，会写在这里。超过几天没有回音，就再申请一次。')).toBeTruthy()
})
