import { renderHook } from '@testing-library/react'
import { api, keyOf } from '@/api'
import { createQueryClient } from '@/api/queryClient'
import { useKeptPlace } from '@/rooms/booking/useKeptPlace'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({ callerScope: () => 'the-guest', send: jest.fn() }))

test('a ticket that was never opened is found in the list that the phone has kept', () => {
  const client = createQueryClient(() => undefined)
  const place = { placeId: 'event-1:a', title: '环湖骑行' }
  client.setQueryData([...keyOf(api.booking.listPlaces, {}), { pages: true }], {
    pages: [{ places: [place], next: null, now: 1 }],
    pageParams: [null],
  })
  const find = (placeId: string) =>
    renderHook(() => useKeptPlace(placeId), { wrapper: providerOf(client) }).result.current
  expect(find('event-1:a')).toEqual(place)
  expect(find('event-2:a')).toBeUndefined()
})
