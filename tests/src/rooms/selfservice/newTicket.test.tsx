import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement, type FunctionComponent } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import NewTicketPage from '@/rooms/selfservice/pages/newTicket/index'
import TicketsPage from '@/rooms/selfservice/pages/tickets/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-25T12:00:00+08:00')
const category = (categoryId: string, name: string, fields: object[]) => ({
  ...{ categoryId, name, fields, icon: 'car', hint: '', targetHours: 8, ahead: 2 },
  dueAt: { calm: NOW, soon: NOW, now: NOW },
})
const plate = { key: 'plate', label: '车牌', kind: 'plate', required: true, options: [] }
const form = {
  categories: [category('repair', '报修', []), category('parking', '停车', [plate])],
  ...{ place: 'A 楼 4 层', site: '上海', alike: [], now: NOW },
}

const answers: Record<string, object> = {
  openTicketForm: form,
  listTickets: { tickets: [], followed: [], next: null, now: NOW },
}

jest.mock('@/rooms/usePageParams', () => ({ usePageParams: () => ({}) }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-employee',
  fileUrl: (fileId: string) => fileId,
  send: async ({ procedure }: CallRequest): Promise<CallReply> => ({ ok: true, data: answers[procedure] }),
}))

const wait = () => act(() => jest.advanceTimersByTimeAsync(500))

async function open(page: FunctionComponent) {
  render(createElement(providerOf(createQueryClient(() => undefined)), null, createElement(page)))
  await wait()
}

const bar = () => document.querySelector('.bottom-bar')?.textContent
const isOff = () => screen.getByRole('button', { name: '提交' }).getAttribute('aria-disabled') === 'true'

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

it('can be sent once nothing is missing, and says what is until then', async () => {
  await open(NewTicketPage)
  expect([isOff(), bar()]).toEqual([true, '先选一类，再说什么事提交'])
  fireEvent.click(screen.getByRole('radio', { name: '报修' }))
  expect([isOff(), bar()]).toEqual([true, expect.stringContaining('说一句是什么事')])
  fireEvent.input(screen.getByLabelText('什么事'), { target: { value: '灯坏了' } })
  expect([isOff(), bar()]).toEqual([false, expect.stringContaining('前面还有 2 件')])
})

it('says how a plate is written, and that one is none as soon as its field is left', async () => {
  await open(NewTicketPage)
  fireEvent.click(screen.getByRole('radio', { name: '停车' }))
  expect(screen.queryByText('7 位，新能源 8 位；还没上牌就写「临时牌」')).not.toBeNull()
  const field = screen.getByLabelText('车牌')
  fireEvent.input(field, { target: { value: '不是车牌' } })
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.blur(field)
  expect(screen.getByRole('alert').textContent).toContain('像「沪A12345」这样写')
  fireEvent.input(field, { target: { value: '沪A12345' } })
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says of nothing that all of it is here', async () => {
  await open(TicketsPage)
  expect(screen.queryByText('还没有提过')).not.toBeNull()
  expect(bar()).toBe('提一件')
})
