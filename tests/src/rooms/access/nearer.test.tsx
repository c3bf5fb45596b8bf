import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { type AskedDecision, DecisionSheet } from '@/rooms/access/DecisionSheet'
import { providerOf } from '../../../support/queryHarness'

let mockNearer: object | null = null
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async () => ({ ok: true, data: { nearer: mockNearer } }),
}))

const asking = (ids: string[]): AskedDecision => ({
  kind: 'application',
  ids,
  decision: 'refuse',
  subject: '沈一宁 加入光影摄影社',
  who: '沈一宁',
})

async function open(ids: string[]) {
  cleanup()
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(
      createElement(
        Provider,
        null,
        createElement(DecisionSheet, { asked: asking(ids), onClose: () => undefined }),
      ),
    )
  })
}

const written = () => (screen.getByLabelText('沈一宁会看到') as HTMLTextAreaElement).value

test('a refusal from the list names the association nearer to the applicant', async () => {
  mockNearer = { name: '申城摄影会', site: '上海', president: '周牧' }
  await open(['membership-1'])
  const chip = await screen.findByText('有更近的协会')
  await act(async () => void fireEvent.click(chip))
  expect(written()).toBe('上海就有申城摄影会，会长是周牧。先去那边，活动更方便。')
})

test('nobody is sent to an association that there is not', async () => {
  mockNearer = null
  await open(['membership-2'])
  expect(screen.queryByText('有更近的协会')).toBeNull()
  expect(screen.getByText('资料不完整')).toBeTruthy()
})

test('of several at once none is named', async () => {
  mockNearer = { name: '申城摄影会', site: '上海', president: '周牧' }
  await open(['membership-3', 'membership-4'])
  await act(async () => void fireEvent.click(screen.getByText('有更近的协会')))
  expect(written()).toBe('你所在的园区有同类的协会，在那边活动更方便。')
})
