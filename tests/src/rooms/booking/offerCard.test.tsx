import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { OfferBar, OfferCard } from '@/rooms/booking/OfferCard'
import { standingAt, titleOf } from '@/rooms/booking/placeWords'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-30T07:20:58+08:00')
const EXPIRES_AT = Date.parse('2026-11-30T07:21:00+08:00')

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})
afterEach(() => jest.useRealTimers())

it('offers a seat until its time is over, and then neither counts down nor offers it', () => {
  const held = { expiresAt: EXPIRES_AT, offsetMs: 0 }
  const page = createElement(
    'div',
    null,
    createElement(OfferCard, held),
    createElement(OfferBar, { ...held, placeId: 'yoga:me', fee: 0 }),
  )
  render(createElement(providerOf(createQueryClient(() => undefined)), null, page))
  expect(screen.getByText('00:02')).not.toBeNull()
  expect(screen.getByText('我去')).not.toBeNull()
  act(() => jest.advanceTimersByTime(3_000))
  expect(screen.queryByText('我去')).toBeNull()
  expect(screen.queryByText(/^00:/)).toBeNull()
  expect(screen.getByText(/正在让给下一位/)).not.toBeNull()
})

it('does not call an offer mine in a list once its time is over', () => {
  const place = { kind: 'event', state: 'offered', offerExpiresAt: EXPIRES_AT } as const
  expect(titleOf(standingAt(place, EXPIRES_AT - 1))).toBe('轮到你了')
  expect(titleOf(standingAt(place, EXPIRES_AT))).toBe('名额过期了')
  expect(standingAt({ ...place, offerExpiresAt: null }, EXPIRES_AT).state).toBe('offered')
})
