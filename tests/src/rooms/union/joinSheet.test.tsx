import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import type { Event } from '@/rooms/union/eventForm'
import { JoinSheet } from '@/rooms/union/pages/event/JoinSheet'
import { toast, useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (): Promise<CallReply> => ({
    ok: true,
    data: { placeId: 'ride.me', state: 'waiting', balance: null },
  }),
}))
jest.mock('@/api/useAskToNotify', () => ({ useAskToNotify: () => () => undefined }))

const NOW = 1_800_000_000_000
const event = {
  ...{ eventId: 'ride', title: '环湖骑行', fee: 0, partyMax: 1, questions: [] },
  ...{ startsAt: NOW + 9_000_000, endsAt: NOW + 9_900_000, cancelUntil: NOW + 9_000_000 },
} as unknown as Event

async function join(full: boolean, button: string) {
  const Provider = providerOf(createQueryClient(() => undefined))
  const sheet = createElement(JoinSheet, { open: true, onClose: () => undefined, event, full, now: NOW })
  render(createElement(Provider, null, sheet))
  await act(async () => void fireEvent.click(screen.getAllByText(button).at(-1) as HTMLElement))
}

afterEach(() => act(() => toast.dismiss()))

test('whoever confirmed a seat that somebody else took meanwhile learns that they wait', async () => {
  await join(false, '确认报名')
  expect(useToast.getState().current).toEqual({
    kind: 'staying',
    text: '刚刚满了，先替你排上候补，轮到你会通知',
  })
})

test('whoever chose the queue is told that they are in it', async () => {
  await join(true, '排候补')
  expect(useToast.getState().current).toMatchObject({ kind: 'plain', text: '排上候补了，轮到你会通知' })
})
