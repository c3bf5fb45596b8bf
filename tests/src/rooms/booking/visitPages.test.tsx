import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement, type FunctionComponent } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import BookPage from '@/rooms/booking/pages/book/index'
import DeskPage from '@/rooms/booking/pages/desk/index'
import VisitPage from '@/rooms/booking/pages/visit/index'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-25T12:00:00+08:00')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const TEN = NOW + DAY - 2 * HOUR
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
const slot = (startsAt: number) => ({
  ...{ startsAt, endsAt: startsAt + HOUR, state: 'free', closedBecause: null },
  ...{ capacity: 9, left: 9, byCar: false, waiting: 0, mine: null },
})
const slots = {
  centre,
  kind: {
    ...{ kindId: 'tour', name: '走一圈', minutes: 60, seats: 9, partyMax: 3, byCar: false, words: '' },
    ...{ vehicle: '', promises: [], pictureFileId: 'cloud://test/covers/a.png' },
  },
  rules: { partyMax: 3, cancelMinutes: 12 * 60, upcomingMax: 2 },
  mine: [],
  pausedUntil: null,
  now: NOW,
  days: ['2026-11-26', '2026-11-27'].map((on, index) => ({
    ...{ on, sort: 'usual', note: null, spans: [{ fromMinute: 600, untilMinute: 660 }] },
    slots: [slot(TEN + index * DAY)],
  })),
}
const moved = (toStartsAt: number) => ({
  place: {
    ...{ placeId: 'visit-1', sessionId: 'session-1', kind: 'visit', subjectId: 'shanghai' },
    ...{ title: centre.name, visit: { kindId: 'tour', name: '走一圈' }, venue: centre.address },
    ...{ startsAt: toStartsAt, endsAt: toStartsAt + HOUR, state: 'offered', party: 1, guests: [], paid: 0 },
    ...{ wentTo: null, offerExpiresAt: NOW + HOUR, code: '', shortCode: '', actions: ['accept', 'decline'] },
  },
  ...{ person: { name: '林晓川', site: '嘉定' }, note: '', agreed: [], asks: [], rank: null, centre },
  ...{ cancelUntil: NOW + 1, kindId: 'tour', movable: true, calledOff: null },
  movedFrom: { startsAt: TEN, because: '展厅换新车' },
  ...{ feedback: null, asksFeedback: false, earns: 0, earned: null, now: NOW },
})
const desk = (names: string[]) => ({
  centres: names.map((name, index) => ({ centreId: `centre-${index}`, name, city: '上海' })),
  ...{ centreId: 'centre-0', on: '2026-11-25', kinds: [], sessions: [], visitors: [], expected: 0 },
  hours: { on: '2026-11-25', sort: 'usual', note: null, spans: [] },
  ...{ attended: 0, closures: [], now: NOW },
})

let answer: object = slots

jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/rooms/usePageParams', () => ({
  usePageParams: () => ({ centreId: 'shanghai', at: String(Date.parse('2026-11-26T10:00:00+08:00')) }),
}))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-guest',
  fileUrl: (fileId: string) => fileId,
  send: async (_request: CallRequest): Promise<CallReply> => ({ ok: true, data: answer }),
}))

const wait = () => act(() => jest.advanceTimersByTimeAsync(500))

async function open(page: FunctionComponent, data: object) {
  answer = data
  render(createElement(providerOf(createQueryClient(() => undefined)), null, createElement(page)))
  await wait()
}

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

it('marks and opens the name that is missing, and covers nothing of the form', async () => {
  await open(BookPage, slots)
  expect(document.querySelector('.bottom-bar')?.textContent).toContain('今天 22:00 前可以改或取消')
  fireEvent.click(screen.getByLabelText('多一位'))
  await wait()
  expect(document.querySelector('.field--wrong')).toBeNull()
  fireEvent.click(screen.getByText('约这个时段'))
  await wait()
  const wrong = document.querySelector('.field--wrong')
  expect(wrong?.textContent).toContain('第 1 位同行还没写怎么称呼')
  expect(wrong?.querySelector('[data-focus="true"]')).not.toBeNull()
  expect(useToast.getState().current).toBeUndefined()
})

it('takes a time on the same day as a time', async () => {
  await open(VisitPage, moved(TEN + 3 * HOUR))
  expect(screen.queryByText('就这个时段')).not.toBeNull()
})

it('takes another day as a day', async () => {
  await open(VisitPage, moved(TEN + DAY))
  expect(screen.queryByText('就这天')).not.toBeNull()
})

it('says whose desk it is, also where there is only one', async () => {
  await open(DeskPage, desk(['北京品牌空间']))
  expect(screen.queryByText('北京品牌空间')).not.toBeNull()
})
