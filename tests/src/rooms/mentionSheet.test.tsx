import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { MentionSheet } from '@/rooms/forum/components/MentionSheet'
import { providerOf } from '../../support/queryHarness'

const mockColleagues = ['林小川', '林晓'].map((name, index) => ({
  employeeId: `VC00000${index + 1}`,
  name,
  site: '上海',
  department: '质量',
}))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure }: CallRequest): Promise<CallReply> => ({
    ok: true,
    data: procedure === 'openSession' ? { me: mockColleagues[0] } : { colleagues: mockColleagues },
  }),
}))

it('offers whoever is called so, but for the one who writes', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  const sheet = createElement(MentionSheet, {
    open: true,
    onClose: () => undefined,
    onChoose: () => undefined,
  })
  await act(async () => {
    render(createElement(Provider, null, sheet))
  })
  fireEvent.change(screen.getByLabelText('姓名、拼音或编号'), { target: { value: '林' } })
  expect(await screen.findByText('林晓')).toBeTruthy()
  expect(screen.queryByText('林小川')).toBeNull()
})
