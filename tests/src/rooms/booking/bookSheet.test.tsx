import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { BookSheet, type Wanted } from '@/rooms/booking/facility/BookSheet'
import { providerOf } from '../../../support/queryHarness'

const NOW = Date.parse('2026-11-30T12:00:00+08:00')
const SLOT_AT = Date.parse('2026-12-01T18:00:00+08:00')
const HOUR_MS = 3_600_000
const sent: object[] = []

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-guest',
  send: async ({ input, requestId }: CallRequest): Promise<CallReply> => {
    if ('subjectId' in (input as object)) sent.push(input as object)
    const error = {
      code: 'BOOKING_JUST_TAKEN',
      kind: 'conflict',
      message: '刚刚被约走了',
      requestId,
    } as const
    return { ok: false, error }
  },
}))

const wanted: Wanted = {
  ...{ subjectId: 'courts.1', slotAt: SLOT_AT, name: '1 号场', meta: '明天 18:00–19:00', seats: 1 },
  slot: {
    ...{ startsAt: SLOT_AT, endsAt: SLOT_AT + HOUR_MS, state: 'free', waiting: 0 },
    ...{ mine: null, closedBecause: null },
  },
}
type Props = Parameters<typeof BookSheet>[0]
const rules = { noticeMinutes: 15, horizonDays: 7, weekMax: 2, cancelMinutes: 120, deposit: 0 }
const standing = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14, pausedUntil: null, counting: 0 }

const show = (more: Partial<Props> = {}) =>
  render(
    createElement(
      providerOf(createQueryClient(() => undefined)),
      null,
      createElement(BookSheet, {
        ...{ counted: '这个场地', plans: [], atOnceMax: 1, fullWeeks: [], wanted, last: wanted, others: [] },
        ...{ rules, standing, balance: 0, now: NOW, onClose: () => undefined, ...more },
      }),
    ),
  )

beforeEach(() => {
  sent.length = 0
})

test('whoever is a moment late is asked before they queue', async () => {
  show()
  await act(async () => void fireEvent.click(screen.getByText('约上')))
  await waitFor(() => expect(screen.getByText(/刚刚被约走了。要排候补吗/)).not.toBeNull())
  await act(async () => void fireEvent.click(screen.getByText('排候补')))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent).toMatchObject([{ queues: false }, { queues: true }])
})

describe('whoever is a moment late', () => {
  const later = (hours: number, court: number, more: object = {}): Wanted => {
    const startsAt = SLOT_AT + hours * HOUR_MS
    const slot = { ...wanted.slot, startsAt, endsAt: startsAt + HOUR_MS, ...more }
    return { ...wanted, subjectId: `courts.${court}`, slotAt: startsAt, name: `${court} 号场`, slot }
  }
  const beLate = async (more: Partial<Props>) => {
    show(more)
    await act(async () => void fireEvent.click(screen.getByText('约上')))
    await waitFor(() => expect(screen.getByText(/刚刚被约走了/)).not.toBeNull())
  }

  test('books another court of that hour with one tap, and the next where that one is gone too', async () => {
    const others = [later(0, 1), later(-1, 2), later(0, 2), later(1, 2), later(1, 1)]
    await beLate({ others })
    expect(screen.getByText('排候补')).not.toBeNull()
    await act(async () => void fireEvent.click(screen.getByText('改约 2 号场')))
    expect(sent.at(-1)).toMatchObject({ subjectId: 'courts.2', slotAt: SLOT_AT, queues: false })
    // Somebody was faster there as well: the same court, an hour later.
    await act(async () => void fireEvent.click(screen.getByText('改约 19:00')))
    expect(sent.at(-1)).toMatchObject({ subjectId: 'courts.1', slotAt: SLOT_AT + HOUR_MS })
    expect(screen.getByText('改约 2 号场 19:00')).not.toBeNull()
  })

  test('is told of each way until when it can be left', async () => {
    await beLate({ others: [later(1, 2)] })
    expect(screen.getByText('改约：12 月 1 日 17:00 前可以取消；候补：随时可以退出')).not.toBeNull()
  })

  test.each<[string, Partial<Props>]>([
    ['what others have', { others: [later(0, 2, { state: 'full' })] }],
    ['what is over', { others: [later(-1, 1)] }],
    [
      'an hour at which they have one already',
      {
        others: [later(1, 2)],
        plans: [{ title: '', startsAt: SLOT_AT + HOUR_MS, endsAt: SLOT_AT + 2 * HOUR_MS, isHere: true }],
      },
    ],
  ])('is not offered %s', async (_what, more) => {
    await beLate(more)
    expect(screen.queryByText(/改约/)).toBeNull()
    expect(screen.getByText('排候补')).not.toBeNull()
  })
})

test('nobody is offered a second court at an hour at which they have one', () => {
  const other = { title: '羽毛球场 · 2 号场', startsAt: SLOT_AT, endsAt: SLOT_AT + HOUR_MS }
  const { unmount } = show({ plans: [{ ...other, isHere: true }] })
  expect(screen.queryByText('约上')).toBeNull()
  expect(screen.getByText('这个时间你在这里已经约了')).not.toBeNull()
  unmount()
  show({ plans: [{ ...other, isHere: false }] })
  expect(screen.getByText('约上')).not.toBeNull()
})
