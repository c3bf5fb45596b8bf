import { errorReply } from '@domain/kernel/errors'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import BookPage from '@/rooms/booking/pages/book/index'
import { draftOf } from '@/rooms/booking/pages/centreEdit/centreDraft'
import { KindFields } from '@/rooms/booking/pages/centreEdit/KindFields'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const kindOf = (kindId: string, name: string, booked: number) => ({
  ...{ kindId, name, minutes: 45, seats: 12, partyMax: 4, byCar: false, words: '', vehicle: '' },
  ...{ promises: [], pictureFileId: 'cloud://test/covers/a.png', booked },
})
const tour = kindOf('tour', '走一圈', 0)
const drive = kindOf('drive', '试驾', 3)

jest.mock('@/rooms/usePageParams', () => ({
  usePageParams: () => ({ centreId: 'shanghai', kindId: 'drive', placeId: 'place-1' }),
}))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-guest',
  fileUrl: (fileId: string) => fileId,
  send: async ({ procedure }: CallRequest): Promise<CallReply> =>
    procedure === 'openCentre'
      ? { ok: true, data: { centre: { centreId: 'shanghai' }, kinds: [{ ...tour, next: null }], now: NOW } }
      : { ok: false, error: errorReply('BOOKING_KIND_MISSING', 'the-request-id') },
}))

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

it('leads whoever would move a visit of a kind that is gone to the other kinds', async () => {
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(BookPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
  await act(() => jest.advanceTimersByTimeAsync(500))
  expect(screen.queryByText('这里不再安排这一种了')).not.toBeNull()
  expect(screen.queryByLabelText('约走一圈')).not.toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

describe('taking a kind away', () => {
  const changed = jest.fn()
  beforeEach(() => {
    changed.mockClear()
    const centre = { kinds: [tour, drive] }
    const draft = { ...draftOf(openedCentre), kinds: draftOf({ ...openedCentre, ...centre }).kinds }
    render(
      createElement(KindFields, {
        ...{ draft, change: changed, problems: [], centre: { ...openedCentre, ...centre } },
      }),
    )
  })

  it('says first how many have booked it', () => {
    fireEvent.click(screen.getByLabelText('去掉试驾'))
    expect(changed).not.toHaveBeenCalled()
    expect(screen.queryByText(/已经约出去 3 位/)).not.toBeNull()
    fireEvent.click(screen.getByLabelText('还是去掉试驾'))
    expect(changed).toHaveBeenCalledWith({ kinds: [expect.objectContaining({ kindId: 'tour' })] })
  })

  it('asks nothing where nobody has', () => {
    fireEvent.click(screen.getByLabelText('去掉走一圈'))
    expect(changed).toHaveBeenCalledWith({ kinds: [expect.objectContaining({ kindId: 'drive' })] })
  })
})

const openedCentre = {
  ...{ centreId: 'shanghai', version: 0, name: '上海', headline: '', intro: '', story: [], gallery: [] },
  ...{ address: '', latitude: 0, longitude: 0, phone: '', directions: [], advice: [], week: [] },
  ...{ onHolidays: 'closed' as const, followsExchange: false, specialDays: [], kinds: [] },
  ...{ coverFileId: '', film: null, filmVersion: 0 },
}
