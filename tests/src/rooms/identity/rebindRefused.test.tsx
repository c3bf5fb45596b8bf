import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement, type ReactElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import RebindPage from '@/rooms/identity/pages/rebind'
import RegisterPage from '@/rooms/identity/pages/register'
import { openPage } from '@/rooms/open'
import { providerOf } from '../../../support/queryHarness'

const mockAgainAt = Date.now() + 3_600_000

jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async () => ({
    ok: false,
    error: {
      code: 'IDENTITY_TOO_MANY_ATTEMPTS',
      kind: 'limited',
      message: '试的次数有点多，请一小时后再来',
      requestId: 'request-1',
      againAt: mockAgainAt,
    },
  }),
}))
jest.mock('@/assets/covers/welcome.svg', () => ({ __esModule: true, default: '' }))
jest.mock('@/rooms/identity/useIdentityDraft', () => ({
  useBegunWith: (empty: object) => empty,
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

async function open(page: () => ReactElement) {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(page)))
  })
}

test('whoever has asked too often reads above the form from when they may again', async () => {
  await open(RebindPage)
  await act(async () => void fireEvent.click(screen.getByText('提交申请')))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^试的次数有点多，.+ 起可以再试。.+人力资源/)
  expect(screen.queryByText('提交申请')).toBeNull()
})

test('whoever has tried to register too often reads when they may again and what else there is, and taps nothing in vain', async () => {
  await open(RegisterPage)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/ 起可以再试。.+人力资源/)
  expect(screen.getByText('登记').closest('[aria-disabled="true"]')).not.toBeNull()
  expect(screen.getByText(/^今天|^\d+ 月/).textContent).toMatch(/ 起可以再试$/)
  await act(async () => void fireEvent.click(screen.getByText(/^换过手机号或微信？.+ 起可以申请换绑$/)))
  expect(jest.mocked(openPage).mock.calls).toEqual([['identity/rebind']])
  cleanup()
  await open(RebindPage)
  expect((await screen.findByRole('alert')).textContent).toMatch(/ 起可以再试。/)
  expect(screen.queryByText('提交申请')).toBeNull()
  expect(screen.queryByText('为什么要换')).toBeNull()
})
