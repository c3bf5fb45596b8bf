import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { api, Output } from '@/api'
import { createQueryClient } from '@/api/queryClient'
import { EventBar } from '@/rooms/union/pages/event/EventBar'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({ callerScope: () => 'me', send: jest.fn() }))

test('whoever may wait for a seat reads which rank that would be', () => {
  const event = { state: 'open', capacity: 30, taken: 30, fee: 0, endsAt: 2, joinUntil: 2, deciding: false }
  const opened = { event, mine: null, needsMembership: false, waiting: 6, now: 1 }
  const shown = opened as unknown as Output<typeof api.union.openEvent>
  const Provider = providerOf(createQueryClient(() => undefined))
  const bar = createElement(EventBar, { opened: shown, offsetMs: 0, onJoin: jest.fn() })
  render(createElement(Provider, null, bar))
  expect(screen.getByText('满了，现在排是候补第 7 位')).toBeTruthy()
})
