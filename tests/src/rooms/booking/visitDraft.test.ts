import { dayWords, slotFor, slotWords } from '@/rooms/booking/centre/slotWords'
import {
  emptyVisit,
  movingProblem,
  newPromises,
  toVisit,
  visitProblem,
  withGuest,
} from '@/rooms/booking/centre/visitDraft'
import { begunWith, chosenDay, chosenSlot } from '@/rooms/booking/pages/book/choice'
import { sayEffect } from '@/rooms/booking/pages/closures/closureDraft'

const TEN = Date.parse('2026-11-21T10:00:00+08:00')
const HOUR = 3_600_000
const rules = { partyMax: 4 }
const tour = { kindId: 'tour', promises: [] }
const slot = (part: object = {}) => ({
  startsAt: TEN,
  endsAt: TEN + HOUR,
  state: 'free' as const,
  closedBecause: null,
  capacity: 10,
  left: 3,
  byCar: false,
  waiting: 0,
  mine: null,
  ...part,
})
const day = (on: string, slots: ReturnType<typeof slot>[], part: object = {}) => ({
  on,
  sort: 'usual' as const,
  note: null,
  spans: [{ fromMinute: 600, untilMinute: 660 }],
  slots,
  ...part,
})

test('a party finds seats, queues where too few are left, and cannot have what is closed or its own', () => {
  expect(slotFor(slot(), 3)).toBe('seats')
  expect(slotFor(slot(), 4)).toBe('queue')
  expect(slotFor(slot({ state: 'full', left: 0 }), 1)).toBe('queue')
  expect(slotFor(slot({ state: 'closed' }), 1)).toBe('none')
  expect(slotFor(slot({ mine: 'visit-1' }), 1)).toBe('none')
})

test('a party of any size takes one car, and what is left is said in cars', () => {
  const cars = { byCar: true, left: 1, capacity: 2 }
  expect(slotFor(slot(cars), 3)).toBe('seats')
  expect(slotFor(slot({ ...cars, state: 'full', left: 0 }), 1)).toBe('queue')
  expect(slotWords(slot(cars))).toBe('余 1 台')
})

test('a time says what is left of it, and how many wait for it', () => {
  expect(slotWords(slot())).toBe('余 3 位')
  expect(slotWords(slot({ state: 'full', left: 0 }))).toBe('满')
  expect(slotWords(slot({ state: 'full', left: 0, waiting: 4 }))).toBe('候补 4 位')
  expect(slotWords(slot({ state: 'tooSoon' }))).toBe('来不及了')
  expect(slotWords(slot({ mine: 'visit-1' }))).toBe('你约了')
})

test('a day says the sum of its free times, or why there is nothing', () => {
  expect(dayWords(day('2026-11-21', [slot(), slot({ left: 5 }), slot({ state: 'over' })]))).toEqual({
    words: '余 8',
    quiet: false,
  })
  expect(dayWords(day('2026-11-21', [slot({ state: 'full', left: 0 })]))).toEqual({
    words: '满',
    quiet: true,
  })
  expect(dayWords(day('2026-11-21', [slot({ state: 'over' })]))).toEqual({ words: '已过', quiet: true })
  expect(dayWords(day('2026-11-21', [], { spans: [], sort: 'rest' }))).toEqual({ words: '休', quiet: true })
  expect(dayWords(day('2026-11-21', [], { spans: [], sort: 'closed' })).words).toBe('闭馆')
})

test('the first day with something left is looked at first, then the one that was chosen', () => {
  const days = [day('2026-11-20', [slot({ state: 'full', left: 0 })]), day('2026-11-21', [slot()])]
  expect(chosenDay(days, { on: '', startsAt: 0 })?.on).toBe('2026-11-21')
  expect(chosenDay(days, { on: '2026-11-20', startsAt: 0 })?.on).toBe('2026-11-20')
  expect(chosenDay(days, { on: '', startsAt: TEN })?.on).toBe('2026-11-21')
  expect(chosenSlot(days[1]!, { startsAt: TEN })).toMatchObject({ startsAt: TEN })
  expect(chosenSlot(days[1]!, { startsAt: TEN + HOUR })).toBeUndefined()
})

test('what is to be moved opens on its own day, until another day or a time is chosen', () => {
  const moved = { startsAt: TEN }
  const begun = (draft: object, at?: string) => begunWith({ on: '', startsAt: 0, ...draft }, { at, moved })
  expect(begun({})).toEqual({ on: '2026-11-21', startsAt: 0 })
  expect(begun({ on: '2026-11-22' })).toEqual({ on: '2026-11-22', startsAt: 0 })
  expect(begun({ startsAt: TEN + HOUR })).toEqual({ on: '', startsAt: TEN + HOUR })
  expect(begun({}, String(TEN + HOUR))).toEqual({ on: '', startsAt: TEN + HOUR })
})

test('every seat but one’s own needs a name, and an old draft never asks for more seats than there are', () => {
  const draft = { ...emptyVisit, startsAt: TEN, party: 3, guests: withGuest(emptyVisit, 0, ' 林妈妈 ') }
  expect(visitProblem({ ...draft, startsAt: 0 }, rules, undefined, tour)?.words).toBe('选一个时段')
  expect(visitProblem(draft, rules, slot(), tour)).toEqual({
    at: 'guests.1',
    words: '第 2 位同行还没写怎么称呼',
  })
  const named = { ...draft, guests: withGuest(draft, 1, '小满') }
  expect(visitProblem(named, rules, slot(), tour)).toBeUndefined()
  expect(toVisit('centre-shanghai', named, rules, tour)).toEqual({
    centreId: 'centre-shanghai',
    kindId: 'tour',
    startsAt: TEN,
    party: 3,
    guests: ['林妈妈', '小满'],
    note: '',
    agreed: [],
  })
  expect(toVisit('centre-shanghai', named, { partyMax: 2 }, tour)).toMatchObject({
    party: 2,
    guests: ['林妈妈'],
  })
})

test('what a kind asks for has to be agreed to, line by line', () => {
  const drive = { kindId: 'drive', promises: ['带驾照', '没有喝酒'] }
  const draft = { ...emptyVisit, startsAt: TEN, agreed: ['带驾照'] }
  expect(visitProblem(draft, rules, slot(), drive)?.words).toBe('还没勾上：没有喝酒')
  const whole = { ...draft, agreed: ['没有喝酒', '带驾照'] }
  expect(visitProblem(whole, rules, slot(), drive)).toBeUndefined()
  expect(toVisit('centre-shanghai', whole, rules, drive)).toMatchObject({
    kindId: 'drive',
    agreed: ['带驾照', '没有喝酒'],
  })
})

test('a closure says whom it touches before it is planned', () => {
  expect(sayEffect({ slots: 6, bookings: 0, guests: 0, waiting: 0 })).toBe('关掉 6 个时段，还没有人约。')
  expect(sayEffect({ slots: 6, bookings: 4, guests: 11, waiting: 2 })).toBe(
    '关掉 6 个时段：4 个预约、11 位客人会收到通知，能换的给他们换到最近有位的时段，2 位在候补。',
  )
  expect(sayEffect({ slots: 0, bookings: 0, guests: 0, waiting: 0 })).toContain('没有人受影响')
})

test('a visit moves once what the kind has come to ask for is agreed to, and its party is not too large', () => {
  const asks = newPromises({ promises: ['带驾照', '没有喝酒'] }, { agreed: ['带驾照'] })
  expect(asks).toEqual(['没有喝酒'])
  expect(movingProblem(emptyVisit, rules, { party: 2 }, asks)).toBe('还没勾上：没有喝酒')
  expect(movingProblem({ agreed: asks }, rules, { party: 2 }, asks)).toBeUndefined()
  expect(movingProblem(emptyVisit, rules, { party: 5 }, [])).toBe(
    '现在一个预约最多 4 位，改不了时间，约好的照旧',
  )
})
