import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { WORKING_DAY_MS } from '@domain/kernel/workingDay'
import { afterWorkingTime, workingTimeAt } from '@domain/kernel/workingTime'
import {
  mayRate,
  mayReopen,
  nextTicketState,
  type TicketAction,
  type TicketActor,
  type TicketState,
  ticketActions,
  ticketActionsFor,
  ticketStates,
} from '@domain/selfservice/ticket'
import { answersTo, needsSentence, type TicketField } from '@domain/selfservice/ticketCategory'
import { beginClock, boardKeyOf, clockAfter, isOverdue } from '@domain/selfservice/ticketDeadline'
import {
  categoryFigures,
  median,
  ticketFigures,
  ticketGroups,
  weekName,
} from '@domain/selfservice/ticketFigures'
import { likelySame } from '@domain/selfservice/ticketTogether'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const FRIDAY = at('2026-11-27T19:00')

/** What each actor may do from each state, written out: the table must say this and nothing else. */
const owner: Partial<Record<TicketState, TicketAction[]>> = {
  submitted: ['cancel'],
  assigned: ['cancel'],
  inProgress: ['cancel'],
  waiting: ['answer', 'cancel'],
  reopened: ['cancel'],
  resolved: ['confirm', 'reopen'],
  confirmed: ['reopen'],
  closed: ['reopen'],
}
const handler: Partial<Record<TicketState, TicketAction[]>> = {
  submitted: ['assign', 'decline'],
  reopened: ['assign', 'decline'],
  assigned: ['assign', 'start', 'decline'],
  inProgress: ['assign', 'ask', 'resolve'],
  waiting: ['assign', 'resume', 'resolve'],
}
const clock: Partial<Record<TicketState, TicketAction[]>> = { resolved: ['close'], confirmed: ['close'] }
const allowed: Record<TicketActor, typeof owner> = { owner, handler, clock }

test.each(
  ticketStates.flatMap(state =>
    (['owner', 'handler', 'clock'] as const).map(actor => [state, actor] as const),
  ),
)('from %s the %s may do what the table says and nothing else', (state, actor) => {
  expect(ticketActionsFor(state, actor).sort()).toEqual([...(allowed[actor][state] ?? [])].sort())
})

test('nothing but submitting begins a ticket', () => {
  const begin = ticketActions.filter(action =>
    (['owner', 'handler', 'clock'] as const).some(actor => nextTicketState(null, action, actor) !== null),
  )
  expect(begin).toEqual(['submit'])
})

test('working time goes on on Monday where Friday evening ended', () => {
  const due = afterWorkingTime(FRIDAY, 4 * HOUR_MS)
  expect(due).toBe(at('2026-11-30T10:00'))
  expect(workingTimeAt(due) - workingTimeAt(FRIDAY)).toBe(4 * HOUR_MS)
})

test('a deadline stops while the employee is waited for and goes on with what was left', () => {
  const begun = beginClock(4, FRIDAY)
  const asked = at('2026-11-30T08:00')
  const waiting = clockAfter(begun, { action: 'ask', to: 'waiting', targetHours: 4, now: asked })
  expect(waiting).toMatchObject({ dueAt: null, escalateAt: null, pausedWithMs: 2 * HOUR_MS })
  const answered = at('2026-12-01T15:00')
  const running = clockAfter(waiting, { action: 'answer', to: 'inProgress', targetHours: 4, now: answered })
  expect(running).toMatchObject({ dueAt: at('2026-12-01T17:00'), escalateAt: at('2026-12-01T17:00') })
})

test('resolving ends the deadline, sets the day of closing and remembers a delay', () => {
  const begun = beginClock(1, at('2026-11-30T09:00'))
  const late = clockAfter(begun, {
    action: 'resolve',
    to: 'resolved',
    targetHours: 1,
    now: at('2026-11-30T11:00'),
  })
  expect(late).toMatchObject({ dueAt: null, late: true, closesAt: at('2026-12-03T11:00') })
  const again = clockAfter(late, {
    action: 'reopen',
    to: 'reopened',
    targetHours: 1,
    now: at('2026-12-01T09:00'),
  })
  expect(again).toMatchObject({ dueAt: at('2026-12-01T10:00'), closesAt: null, late: true })
})

test('the longest overdue stands first, what has no deadline last', () => {
  const now = at('2026-11-30T12:00')
  const keys = [
    boardKeyOf('paused', { dueAt: null }, now),
    boardKeyOf('later', { dueAt: now + HOUR_MS }, now),
    boardKeyOf('overdue', { dueAt: now - HOUR_MS }, now),
  ]
  expect([...keys].sort().map(key => key.split(':')[1])).toEqual(['overdue', 'later', 'paused'])
  expect(isOverdue({ dueAt: now - 1 }, now)).toBe(true)
  expect(isOverdue({ dueAt: now }, now)).toBe(false)
})

test('a ticket is opened again within five working days, and rated once', () => {
  const resolvedAt = at('2026-11-27T10:00')
  const end = afterWorkingTime(resolvedAt, 5 * WORKING_DAY_MS)
  expect(mayReopen({ resolvedAt }, end)).toBe(true)
  expect(mayReopen({ resolvedAt }, end + MINUTE_MS)).toBe(false)
  expect(mayRate({ state: 'closed', resolvedAt, rating: null })).toBe(true)
  expect(mayRate({ state: 'closed', resolvedAt, rating: { stars: 5 } })).toBe(false)
  expect(mayRate({ state: 'resolved', resolvedAt, rating: null })).toBe(false)
})

test('answers are those to what is asked', () => {
  const field = (more: Partial<TicketField>): TicketField => ({
    key: 'plate',
    label: '车牌',
    kind: 'line',
    required: true,
    options: [],
    ...more,
  })
  const fields = [
    field({}),
    field({ key: 'day', label: '哪天', kind: 'day' }),
    field({ key: 'size', label: '大小', kind: 'choice', required: false, options: ['大', '小'] }),
  ]
  expect(answersTo({ fields }, { plate: '沪A12345', day: '2026-12-01' }, '2026-11-19')).toEqual([
    { label: '车牌', value: '沪A12345' },
    { label: '哪天', value: '2026-12-01' },
  ])
  expect(answersTo({ fields }, { plate: '', day: '2026-12-01' }, '2026-11-19')).toBeNull()
  expect(answersTo({ fields }, { plate: 'x', day: '2026-02-30' }, '2026-11-19')).toBeNull()
  expect(answersTo({ fields }, { plate: 'x', day: '2026-12-01', size: '中' }, '2026-11-19')).toBeNull()
  expect(answersTo({ fields }, { plate: 'x', day: '2026-12-01', other: 'y' }, '2026-11-19')).toBeNull()
  expect(answersTo({ fields }, { plate: 'x', day: '2026-11-19' }, '2026-11-19')).not.toBeNull()
  expect(answersTo({ fields }, { plate: 'x', day: '2026-11-18' }, '2026-11-19')).toBeNull()
  expect([needsSentence({ fields }), needsSentence({ fields: [] })]).toEqual([false, true])
  const oddlyNamed = [field({ key: 'constructor', required: false })]
  expect(answersTo({ fields: oddlyNamed }, {}, '2026-11-19')).toEqual([])
})

test('a plate is what stands on a car, however it is typed', () => {
  const fields: TicketField[] = [{ key: 'plate', label: '车牌', kind: 'plate', required: true, options: [] }]
  const told = (plate: string) => answersTo({ fields }, { plate }, '2026-11-19')?.[0]?.value ?? null
  expect(['沪A12345', '沪a·1234 5', ' 川A-D12345'].map(told)).toEqual([
    '沪A·12345',
    '沪A·12345',
    '川A·D12345',
  ])
  expect(['沪A1234挂', '沪A12345临', '临时牌'].map(told)).toEqual(['沪A·1234挂', '沪A·12345临', '临时牌'])
  for (const none of ['不是车牌', '沪A1234', '沪A1234567', '沪I12345', '沪A1234O', 'A12345'])
    expect(told(none)).toBeNull()
})

test('figures are medians of working time, and leave out what was cancelled', () => {
  const submittedAt = at('2026-11-27T19:30')
  const one = {
    submittedAt,
    firstAnsweredAt: at('2026-11-30T07:30'),
    resolvedAt: at('2026-11-30T09:30'),
    late: false,
    dueAt: null,
    cancelled: false,
    stars: 4,
  }
  const now = at('2026-12-01T09:00')
  const overdue = { ...one, firstAnsweredAt: null, resolvedAt: null, dueAt: now - 1, stars: null }
  expect(ticketFigures([one, overdue, { ...one, cancelled: true, stars: 1 }], now)).toEqual({
    counted: 2,
    firstAnswerMs: HOUR_MS,
    answeredOff: 0,
    answeredOffMs: null,
    resolutionMs: 3 * HOUR_MS,
    overdueShare: 0.5,
    rating: 4,
    ratings: 1,
  })
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNull()
})

test('what was asked and answered while nobody has to work makes no figure better', () => {
  const weekday = { submittedAt: at('2026-11-27T10:00'), firstAnsweredAt: at('2026-11-27T12:00') }
  const weekend = { submittedAt: at('2026-11-28T10:00'), firstAnsweredAt: at('2026-11-28T10:20') }
  const rest = { late: false, dueAt: null, cancelled: false, stars: null }
  const facts = [weekday, weekend, weekend].map(one => ({ ...one, ...rest, resolvedAt: one.firstAnsweredAt }))
  const now = at('2026-12-01T09:00')
  expect(ticketFigures(facts, now)).toMatchObject({
    ...{ counted: 3, firstAnswerMs: 2 * HOUR_MS, answeredOff: 2, resolutionMs: 2 * HOUR_MS },
  })
  expect(ticketFigures(facts.slice(1), now)).toMatchObject({
    ...{ firstAnswerMs: null, answeredOff: 2, answeredOffMs: HOUR_MS / 3 },
  })
})

test('the same is looked for in the nearest place first, however it is written', () => {
  const at = (place: string, submittedAt: number) => ({ place, submittedAt })
  const all = [at('B 楼 1 层', 9), at('A楼4层东侧', 1), at('A 楼 4 层，E-412', 2), at('A 楼 3 层', 5)]
  expect(likelySame(all, 'A 楼 4 层').map(({ submittedAt }) => submittedAt)).toEqual([2, 1])
  expect(likelySame(all, '').map(({ submittedAt }) => submittedAt)).toEqual([9, 5])
})

test('tickets are counted by what they have in common, and by their weeks', () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
  const fact = (day: string, category: string, more: object = {}) => ({
    ...{ submittedAt: at(day), firstAnsweredAt: null, resolvedAt: null, late: false, dueAt: null },
    ...{ cancelled: false, stars: null, category, ...more },
  })
  const all = [
    fact('2026-11-29', '灯', { late: true }),
    fact('2026-11-23', '水'),
    fact('2026-11-24', '灯', { dueAt: at('2026-11-25') }),
    fact('2026-11-24', '灯', { cancelled: true }),
    fact('2026-11-22', ''),
  ]
  const now = at('2026-11-30')
  expect(ticketGroups(all, now, ({ category }) => category)).toEqual([
    { name: '灯', counted: 2, overdue: 2 },
    { name: '水', counted: 1, overdue: 0 },
  ])
  expect(ticketGroups(all, now, weekName)).toEqual([
    { name: '11/23', counted: 3, overdue: 2 },
    { name: '11/16', counted: 1, overdue: 0 },
  ])
})

test('a category says how soon it answers, and how old what is open in it is, however old', () => {
  const now = at('2026-12-01T12:00')
  const fact = (category: string, submittedAt: number, answeredAfter: number | null) => ({
    ...{ category, submittedAt, resolvedAt: null, late: false, dueAt: null, cancelled: false, stars: null },
    firstAnsweredAt: answeredAfter === null ? null : submittedAt + answeredAfter,
  })
  const monday = at('2026-11-30T10:00')
  const submitted = [
    fact('灯', monday, HOUR_MS),
    fact('灯', monday, 3 * HOUR_MS),
    // At the weekend, at once: it makes no working day faster.
    fact('灯', at('2026-11-28T10:00'), 60_000),
    fact('水', monday, null),
  ]
  const open = [
    ...[1, 2, 30].map(hours => ({ category: '水', submittedAt: now - hours * HOUR_MS })),
    { category: '水', submittedAt: now - 40 * 24 * HOUR_MS },
    { category: '门', submittedAt: now - 3 * 24 * HOUR_MS },
  ]
  expect(categoryFigures(submitted, open, now)).toEqual([
    { name: '灯', counted: 3, overdue: 0, firstAnswerMs: 2 * HOUR_MS, open: [0, 0, 0, 0] },
    { name: '水', counted: 1, overdue: 0, firstAnswerMs: null, open: [2, 1, 0, 1] },
    { name: '门', counted: 0, overdue: 0, firstAnswerMs: null, open: [0, 0, 1, 0] },
  ])
})
