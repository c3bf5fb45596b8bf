import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { holding } from '@/api/held/heldCommands'
import { createQueryClient } from '@/api/queryClient'
import HostPage from '@/rooms/booking/pages/host/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const personOf = (employeeId: string, name: string) => ({
  ...{ employeeId, name, avatarId: null, department: '质量', site: '嘉定' },
})
const tang = personOf('VC1', '唐若溪')
const lin = personOf('VC2', '林晓川')
const han = personOf('VC3', '韩冬')
const qiu = personOf('VC4', '邱临')
const seatOf = (person: typeof lin, shortCode: string) => ({
  ...{ placeId: `event-1:${person.employeeId}`, person, party: 1, guests: [], shortCode },
  ...{ answers: [], state: 'confirmed', joinedAt: NOW, attendedAt: null, absences: 0 },
})
const attendees = [
  { ...seatOf(tang, '1000'), told: 'came', own: true },
  { ...seatOf(lin, '2000'), told: 'came', own: false },
  { ...seatOf(han, '3000'), told: null, own: false },
  { ...seatOf(qiu, '4000'), told: null, own: true },
]
const claims = [
  { ...seatOf(tang, '1000'), spelling: 'tang ruo xi', scannedAt: null, own: true },
  { ...seatOf(lin, '2000'), spelling: 'lin xiao chuan', scannedAt: null, own: false },
]
const page = {
  ...{ attendees, state: 'confirmed', doorCode: 'A', next: null, now: NOW },
  roll: { seats: [], claims, counts: { confirmed: 4 }, complete: true },
  session: { title: '骑行', startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR, capacity: 8, taken: 4 },
}

jest.mock('@/rooms/usePageParams', () => ({ usePageParams: () => ({ sessionId: 'event-1' }) }))
jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-host',
  send: ({ input }: { input: { typed?: string } }) => {
    const found = attendees.filter(({ person }) => person.name.includes(input.typed ?? ''))
    return Promise.resolve({ ok: true, data: { ...page, attendees: found } })
  },
}))

const below = () =>
  [...document.querySelectorAll('.screen__body .list-row__title')].map(row => row.textContent)

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW })
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(HostPage)))
  await act(() => jest.advanceTimersByTimeAsync(500))
})
afterEach(() => jest.useRealTimers())

it('lists whoever waits for an answer once, and counts them there alone', () => {
  expect(screen.queryByText('待确认 2 位')).not.toBeNull()
  expect(below()).toEqual(['韩冬', '邱临'])
  expect(screen.queryByText('没签到 2')).not.toBeNull()
})

it('offers no host to write down that they were there themselves', () => {
  expect(screen.queryByLabelText('韩冬其实来了')).not.toBeNull()
  expect(screen.queryByLabelText('邱临其实来了')).toBeNull()
})

it('has the host tick everybody but themselves, and answers in the bar', async () => {
  expect(screen.queryByText('自己的要由别人来确认')).not.toBeNull()
  expect(screen.queryByLabelText('选唐若溪')).toBeNull()
  fireEvent.click(screen.getByText('全选'))
  const bar = document.querySelector('.bottom-bar')
  expect(bar?.textContent).toContain('来了，1 位')
  fireEvent.click(screen.getByText('来了，1 位'))
  await act(() => jest.advanceTimersByTimeAsync(0))
  expect(holding.store.getState().held).toMatchObject([
    { procedure: 'decideClaims', input: { placeIds: ['event-1:VC2'] } },
  ])
})

it('says of nobody who stands above that they are not on the list', async () => {
  const type = async (value: string) => {
    fireEvent.change(screen.getByPlaceholderText('姓名、拼音、工号或四位数'), { target: { value } })
    await act(() => jest.advanceTimersByTimeAsync(500))
    await act(() => jest.advanceTimersByTimeAsync(500))
  }
  await type('唐若溪')
  expect(screen.queryByText('名单里没有')).toBeNull()
  await type('没有这个人')
  expect(screen.queryByText('名单里没有')).not.toBeNull()
})
