import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { HandOverCard } from '@/rooms/mall/pages/fulfil/HandOverCard'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

const mockCalls: string[] = []
const mockPickup = {
  ...{ orderId: 'o1', number: 'M2611240001', productName: '珐琅杯・红边', quantity: 1 },
  buyer: { employeeId: 'VC010003', name: '周牧', department: '研发', site: '上海' },
}
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure, input }: CallRequest): Promise<CallReply> => {
    mockCalls.push(procedure)
    if ((input as { pickupCode?: string }).pickupCode !== 'WRONGCODE123')
      return { ok: true, data: mockPickup }
    const said = { message: '取货码不对，请让同事刷新后再出示', requestId: 'r1' }
    return { ok: false, error: { code: 'MALL_PICKUP_CODE_WRONG', kind: 'missing', ...said } }
  },
}))

const read = async (code: string) => {
  fireEvent.change(screen.getByLabelText(/取货码|手动输入/), { target: { value: code } })
  await act(async () => void fireEvent.click(screen.getByText('查看')))
}

test('a typed code shows what it is for and whose before it is given out, and a wrong one is to be compared', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(HandOverCard)))
  await read('WRONGCODE123')
  expect(useToast.getState().current).toMatchObject({ text: '没有这个取货码，再对一遍' })
  expect(screen.queryByText('交付')).toBeNull()
  await read('ABCD1234EFGH')
  expect(screen.getByText('珐琅杯・红边 × 1')).toBeTruthy()
  expect(screen.getByText('周牧，研发 · M2611240001')).toBeTruthy()
  expect(mockCalls).not.toContain('handOver')
  await act(async () => void fireEvent.click(screen.getByText('交付')))
  expect(screen.getByText('交给 周牧，研发 · M2611240001')).toBeTruthy()
  expect(screen.queryByText('交付')).toBeNull()
  expect(mockCalls).toContain('handOver')
})
