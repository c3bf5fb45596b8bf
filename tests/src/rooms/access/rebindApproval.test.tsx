import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { RebindApproval } from '@/rooms/access/pages/approval/RebindApproval'
import { openPage } from '@/rooms/open'
import { providerOf } from '../../../support/queryHarness'

const mockRebind = {
  rebindId: 'r1',
  applicant: { employeeId: 'VC010003', name: '夏禾', department: '研发', site: '上海' },
  ...{ oldPhoneMasked: '138****0426', newPhoneMasked: '136****1234', reason: '换了手机' },
  ...{ askedAt: 0, state: 'pending' },
}
const mockPhones = { oldPhone: '13800010426', newPhone: '13600001234' }
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure }: CallRequest) => {
    if (procedure === 'openRebindPhones') return { ok: true, data: mockPhones }
    return {
      ok: true,
      data: { rebind: mockRebind, others: [], replaced: 0, phoneHolder: null, now: 0 },
    }
  },
}))

test('HR sees both numbers in part, whole to call once they have looked, and goes on to what else is known', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(RebindApproval, { rebindId: 'r1' })))
  })
  expect(await screen.findByText('138****0426')).toBeTruthy()
  expect(screen.queryByText('打电话')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByText('看完整号码')))
  for (const phone of Object.values(mockPhones)) {
    expect(await screen.findByText(phone)).toBeTruthy()
    expect(screen.getByLabelText(`打电话 ${phone}`)).toBeTruthy()
  }
  expect(screen.queryByText('看完整号码')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByText('夏禾')))
  expect(jest.mocked(openPage).mock.calls).toEqual([['identity/member', { employeeId: 'VC010003' }]])
})
