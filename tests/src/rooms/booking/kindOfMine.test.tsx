import { act, render, screen } from '@testing-library/react'
import { createElement, type FunctionComponent } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import BookPage from '@/rooms/booking/pages/book/index'
import MyPlacesPage from '@/rooms/booking/pages/mine/index'
import VisitPage from '@/rooms/booking/pages/visit/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const DAY = 86_400_000
const placeOf = (placeId: string, name: string) => ({
  ...{ placeId, sessionId: placeId, kind: 'visit', subjectId: 'shanghai', title: '上海品牌体验中心' },
  ...{ visit: { kindId: placeId, name }, venue: '安亭镇 1 号', startsAt: NOW + DAY, endsAt: NOW + DAY + 1 },
  ...{ state: 'confirmed', party: 1, guests: [], paid: 0, offerExpiresAt: null, code: '', shortCode: '' },
  actions: ['cancel'],
})
const drive = placeOf('drive', '试驾')
const tour = placeOf('tour', '走一圈')
const kind = {
  ...{ kindId: 'drive', name: '试驾', minutes: 45, seats: 2, partyMax: 2, byCar: false, words: '' },
  ...{ vehicle: '', promises: ['带驾照'], pictureFileId: 'cloud://test/covers/a.png' },
}
const centre = {
  ...{
    centreId: 'shanghai',
    name: '上海品牌体验中心',
    city: '上海',
    coverFileId: '',
    address: '安亭镇 1 号',
  },
  ...{ latitude: 31, longitude: 121, phone: '', directions: [], advice: [] },
}
const answers: Record<string, object> = {
  listPlaces: { places: [drive, tour], next: null, now: NOW },
  openVisit: {
    ...{
      place: drive,
      person: { name: '林晓川', site: '嘉定' },
      note: '',
      agreed: [],
      asks: [],
      rank: null,
      centre,
    },
    ...{ cancelUntil: NOW + 1, kindId: 'drive', movable: true, movedFrom: null, calledOff: null },
    ...{ feedback: null, asksFeedback: false, earns: 0, earned: null, now: NOW },
  },
  openSlots: {
    ...{
      centre,
      kind,
      rules: { partyMax: 2, cancelMinutes: 60, upcomingMax: 2 },
      pausedUntil: null,
      now: NOW,
    },
    mine: [drive, tour].map(place => ({ ...place, agreed: [] })),
    days: [
      {
        ...{ on: '2027-01-16', sort: 'usual', note: null, spans: [] },
        slots: [
          {
            ...{ startsAt: NOW + 2 * DAY, endsAt: NOW + 2 * DAY + 1, state: 'free', closedBecause: null },
            ...{ capacity: 2, left: 2, byCar: false, waiting: 0, mine: null },
          },
        ],
      },
    ],
  },
}

jest.mock('@/rooms/usePageParams', () => ({ usePageParams: () => ({ centreId: 'shanghai' }) }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-guest',
  fileUrl: (fileId: string) => fileId,
  send: async ({ procedure }: CallRequest): Promise<CallReply> => ({ ok: true, data: answers[procedure] }),
}))

async function open(page: FunctionComponent) {
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(page)))
  await act(() => jest.advanceTimersByTimeAsync(500))
}

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

it('says of each visit of mine what it is for', async () => {
  await open(MyPlacesPage)
  expect([screen.queryByText('试驾'), screen.queryByText('走一圈')]).not.toContain(null)
})

it('calls a ticket by what it is for', async () => {
  await open(VisitPage)
  expect(document.querySelector('.nav__title')?.textContent).toBe('试驾')
})

it('says how many one holds where that is what stands in the way, and asks for nothing', async () => {
  await open(BookPage)
  expect(document.querySelector('.bottom-bar')?.textContent).toBe('你已经约了 2 次')
  expect(screen.queryByText('带驾照')).toBeNull()
  expect(screen.queryByText('几位一起来')).toBeNull()
})
