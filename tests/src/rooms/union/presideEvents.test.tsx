import { fireEvent, render, screen } from '@testing-library/react'
import { type ComponentProps, createElement } from 'react'
import { openPage } from '@/rooms/open'
import { Events } from '@/rooms/union/pages/preside/Events'

jest.mock('@/api', () => ({}))
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

type Opened = ComponentProps<typeof Events>

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const HOUR_MS = 3_600_000
const event = (eventId: string, more: Partial<Opened['events'][number]> = {}) =>
  ({
    ...{ eventId, title: eventId, venue: { name: '2 号口' }, taken: 18, capacity: 24, state: 'open' },
    ...{ startsAt: NOW + HOUR_MS, endsAt: NOW + 2 * HOUR_MS },
    ...more,
  }) as Opened['events'][number]

function show(events: Opened['events']) {
  const opened = { association: { associationId: 'photo' }, events, now: NOW } as Opened
  render(createElement(Events, opened))
}

test('an event says how many come and leads to who they are, one that waits for the union to itself', () => {
  show([
    event('环湖骑行', { startsAt: NOW - HOUR_MS }),
    event('厂房夜拍', { taken: 24 }),
    event('年会', { state: 'proposed' }),
  ])
  expect(screen.getByText('报了 18 / 24 位 · 名单与签到')).toBeTruthy()
  expect(screen.getByText('报满了，24 位 · 名单与签到')).toBeTruthy()
  expect(screen.getAllByText('正在进行')).toHaveLength(1)
  fireEvent.click(screen.getByText('环湖骑行'))
  expect(openPage).toHaveBeenLastCalledWith('booking/host', { sessionId: '环湖骑行' })
  fireEvent.click(screen.getByText('年会'))
  expect(openPage).toHaveBeenLastCalledWith('union/event', { eventId: '年会' })
})

test('where nothing is ahead, the first step to an event is there', () => {
  show([])
  fireEvent.click(screen.getByText('办一场活动'))
  expect(openPage).toHaveBeenLastCalledWith('union/eventEdit', { associationId: 'photo' })
})
