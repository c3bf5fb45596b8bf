import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { LiveEntry } from '@/rooms/live/public'
import { providerOf } from '../../../support/queryHarness'

const mockSent: CallRequest[] = []
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  fileUrl: (fileId: string) => fileId,
  send: async (request: CallRequest): Promise<CallReply> => {
    mockSent.push(request)
    return { ok: true, data: { on: true } }
  },
}))

const NOW = Date.parse('2026-11-19T07:40:28+08:00')
const broadcast = {
  broadcastId: 'b',
  title: '新款 XC90 发布会',
  place: '安亭',
  coverFileId: '',
  status: 'before' as const,
  startsAt: Date.parse('2026-11-19T19:30:00+08:00'),
  endsAt: Date.parse('2026-11-19T20:40:00+08:00'),
  reminded: false,
}

function show(at: number, more: object = {}) {
  const Provider = providerOf(createQueryClient(() => undefined))
  return render(
    createElement(
      Provider,
      null,
      createElement(LiveEntry, { broadcast: { ...broadcast, ...more }, offsetMs: at - Date.now() }),
    ),
  )
}

beforeEach(() => void jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask'] }))
afterEach(() => void jest.useRealTimers())

it('counts down to what begins today, and calls whoever wants it at one tap', async () => {
  show(NOW)
  expect(screen.getByText('今晚 19:30')).toBeTruthy()
  expect(screen.getByText(/^还有/)).toBeTruthy()
  expect(screen.getByText('11:49:32')).toBeTruthy()
  await act(async () => void fireEvent.click(screen.getByText('提醒我')))
  expect(screen.getByText('到时候叫你')).toBeTruthy()
  const asked = mockSent.filter(({ procedure }) => procedure === 'remindMe')
  expect(asked).toMatchObject([{ input: { broadcastId: 'b', on: true } }])
})

it('leads there once it is on', () => {
  show(broadcast.startsAt + 1)
  expect(screen.getByText('去看')).toBeTruthy()
  expect(screen.queryByText('提醒我')).toBeNull()
})

it('says that they are called where they have asked on another phone', () => {
  show(NOW, { reminded: true })
  expect(screen.getByText('到时候叫你')).toBeTruthy()
  expect(screen.queryByText('提醒我')).toBeNull()
})
