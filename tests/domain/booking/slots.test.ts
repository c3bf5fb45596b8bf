import {
  hoursOn,
  isTimetable,
  openHoursOn,
  slotAt,
  slotRunning,
  slotsOn,
  type Timetable,
} from '@domain/booking/slots'
import { DAY_MS, dayOf, inChina, isDay, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import fc from 'fast-check'

const weekday = (weekday: number, fromMinute = 600, untilMinute = 720) => ({
  weekday,
  fromMinute,
  untilMinute,
})

const table: Timetable = {
  week: [weekday(1), weekday(5), weekday(7, 540, 600)],
  onHolidays: 'closed',
  followsExchange: false,
  specialDays: [],
  slotMinutes: 60,
}

const clocks = (on: string, timetable: Timetable) =>
  slotsOn(on, timetable, []).map(({ startsAt }) => inChina(startsAt).format('H:mm'))

describe('the hours of a day', () => {
  // 1 October 2026 is a Thursday, 2 October a Friday; Saturday 10 October is worked in exchange.
  test.each([
    ['2026-11-27', {}, 'usual', ['10:00', '11:00']],
    ['2026-11-28', {}, 'rest', []],
    ['2026-10-02', {}, 'holiday', []],
    ['2026-10-02', { onHolidays: 'usual' }, 'holiday', ['10:00', '11:00']],
    ['2026-10-02', { onHolidays: 'sunday' }, 'holiday', ['9:00']],
    ['2026-10-10', {}, 'rest', []],
    ['2026-10-10', { followsExchange: true }, 'usual', ['10:00', '11:00']],
  ] as const)('on %s with %j are %s: %j', (on, more, sort, expected) => {
    const timetable = { ...table, ...more }
    expect(hoursOn(on, timetable).sort).toBe(sort)
    expect(clocks(on, timetable)).toEqual(expected)
  })

  it('names the holiday', () => {
    expect(hoursOn('2026-10-02', table).note).toBe('国庆节')
  })

  it('go by the day itself before anything else', () => {
    const specialDays = [
      { on: '2026-10-02', spans: [{ fromMinute: 840, untilMinute: 900 }], why: '员工家庭日' },
    ]
    const timetable = { ...table, specialDays }
    expect(hoursOn('2026-10-02', timetable)).toMatchObject({ sort: 'special', note: '员工家庭日' })
    expect(clocks('2026-10-02', timetable)).toEqual(['14:00'])
  })

  it('are none on a day that a closing takes whole, with the reason', () => {
    const fromAt = startOfDay('2026-11-27')
    const closing = { fromAt, untilAt: fromAt + DAY_MS, reason: '设备检修' }
    const hours = openHoursOn('2026-11-27', table, [closing])
    expect(hours).toEqual({ on: '2026-11-27', sort: 'closed', note: '设备检修', spans: [] })
    const noon = { ...closing, fromAt: fromAt + 660 * MINUTE_MS }
    expect(openHoursOn('2026-11-27', table, [noon]).sort).toBe('usual')
  })
})

test('a closing closes every slot that it touches, and no other', () => {
  const at = (minute: number) => startOfDay('2026-11-27') + minute * MINUTE_MS
  const reasons = (fromMinute: number, untilMinute: number) =>
    slotsOn('2026-11-27', table, [{ fromAt: at(fromMinute), untilAt: at(untilMinute), reason: '检修' }]).map(
      ({ closedBecause }) => closedBecause,
    )
  expect(reasons(0, 600)).toEqual([null, null])
  expect(reasons(0, 601)).toEqual(['检修', null])
  expect(reasons(659, 661)).toEqual(['检修', '检修'])
  expect(reasons(720, 900)).toEqual([null, null])
})

test('what somebody has opened keeps its end, and while it is booked nothing runs beside it', () => {
  const at = (minute: number) => startOfDay('2026-11-27') + minute * MINUTE_MS
  const timesWith = (taken: number) =>
    slotsOn(
      '2026-11-27',
      { ...table, slotMinutes: 30 },
      [],
      [{ startsAt: at(600), endsAt: at(660), taken }],
    ).map(({ startsAt, endsAt }) => [startsAt, endsAt].map(time => inChina(time).format('H:mm')).join('–'))
  expect(timesWith(1)).toEqual(['10:00–11:00', '11:00–11:30', '11:30–12:00'])
  expect(timesWith(0)).toEqual(['10:00–11:00', '10:30–11:00', '11:00–11:30', '11:30–12:00'])
})

test('a time that was opened too long is none while a later one is booked', () => {
  const at = (minute: number) => startOfDay('2026-11-27') + minute * MINUTE_MS
  const opened = [
    { startsAt: at(600), endsAt: at(660), taken: 0 },
    { startsAt: at(630), endsAt: at(660), taken: 1 },
  ]
  const slots = slotsOn('2026-11-27', { ...table, slotMinutes: 30 }, [], opened)
  expect(slots.map(({ startsAt }) => inChina(startsAt).format('H:mm'))).toEqual(['10:30', '11:00', '11:30'])
})

test.each([
  [601, '10:00'],
  [630, '10:00'],
  [631, '11:00'],
  [719, '11:00'],
  [720, null],
])('whoever comes in minute %i is let into the slot of %s', (minute, expected) => {
  const now = startOfDay('2026-11-27') + minute * MINUTE_MS
  const slot = slotRunning(now, slotsOn('2026-11-27', table, []), ({ endsAt }) => now < endsAt)
  expect(slot && inChina(slot.startsAt).format('H:mm')).toBe(expected)
})

const anyWeek = fc.array(
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    fromMinute: fc.integer({ min: 0, max: 1_000 }),
    untilMinute: fc.integer({ min: 0, max: 1_440 }),
  }),
  { maxLength: 10 },
)

test('slots of a timetable that makes sense follow each other, are long enough and lie in its hours', () => {
  fc.assert(
    fc.property(
      anyWeek,
      fc.integer({ min: 10, max: 240 }),
      fc.integer({ min: 0, max: 800 }),
      (week, slotMinutes, day) => {
        const timetable = { ...table, week, slotMinutes }
        const on = dayOf(startOfDay('2026-01-01') + day * DAY_MS)
        fc.pre(isTimetable(timetable))
        const slots = slotsOn(on, timetable, [])
        const { spans } = hoursOn(on, timetable)
        slots.forEach(({ startsAt, endsAt }, index) => {
          expect(endsAt - startsAt).toBe(slotMinutes * MINUTE_MS)
          expect(startsAt).toBeGreaterThanOrEqual(slots[index - 1]?.endsAt ?? 0)
          const from = (startsAt - startOfDay(on)) / MINUTE_MS
          expect(spans.some(span => span.fromMinute <= from && from + slotMinutes <= span.untilMinute)).toBe(
            true,
          )
          expect(slotAt(startsAt, timetable, [])).toEqual({ startsAt, endsAt, closedBecause: null })
          expect(slotAt(startsAt + 1, timetable, [])).toBeNull()
        })
      },
    ),
  )
})

test.each([
  ['too short for a slot', [weekday(1, 600, 659)]],
  ['ending before it begins', [weekday(1, 700, 600)]],
  ['overlapping another', [weekday(1, 600, 720), weekday(1, 700, 800)]],
  ['past midnight', [weekday(1, 1_400, 1_500)]],
])('hours %s make no sense', (_what, week) => {
  expect(isTimetable({ ...table, week })).toBe(false)
})

test('a special day counts once', () => {
  const day = { on: '2026-10-02', spans: [], why: '盘点' }
  expect(isTimetable({ ...table, specialDays: [day] })).toBe(true)
  expect(isTimetable({ ...table, specialDays: [day, day] })).toBe(false)
})

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
])('%s is a day: %p', (on, expected) => {
  expect(isDay(on)).toBe(expected)
})
