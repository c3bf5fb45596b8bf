import { countsInWeek, facilityIdOf, standingOf, weekOf } from '@domain/booking/facility'
import { type Course, lessonAt, lessonsBetween } from '@domain/booking/lessons'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const rule = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
const absent = (...daysAgo: number[]) => daysAgo.map(days => ({ endsAt: NOW - days * DAY_MS }))

describe('standing after absences', () => {
  test.each([
    ['two', absent(1, 2), null, 2],
    ['three', absent(1, 2, 3), 13, 0],
    ['three of which one is too old', absent(1, 2, 62), null, 2],
    ['three whose pause is over', absent(15, 16, 17), null, 0],
    ['three, and one after their pause', absent(1, 20, 21, 22), null, 1],
    ['six in a row', absent(1, 2, 3, 20, 21, 22), 13, 0],
  ])('%s', (_name, absences, pauseDays, counting) => {
    const standing = standingOf(absences, rule, NOW)
    expect(standing.pause?.until ?? null).toBe(pauseDays === null ? null : NOW + pauseDays * DAY_MS)
    expect(standing.counting).toHaveLength(counting)
  })

  test('names those that count, and ends to the millisecond', () => {
    const absences = absent(1, 2, 3)
    const { pause } = standingOf(absences, rule, NOW)
    expect(pause?.counted).toHaveLength(3)
    expect(standingOf(absences, rule, (pause?.until ?? 0) - 1).pause).not.toBeNull()
    expect(standingOf(absences, rule, pause?.until ?? 0).pause).toBeNull()
  })

  test('is always well where nothing pauses', () => {
    expect(standingOf(absent(1, 2, 3), { ...rule, absencesMax: 0 }, NOW)).toEqual({
      pause: null,
      counting: [],
    })
  })
})

test.each([
  ['confirmed', true],
  ['waiting', true],
  ['offered', true],
  ['attended', true],
  ['absent', true],
  ['excused', false],
  ['cancelled', false],
  ['declined', false],
  ['expired', false],
  ['unseated', false],
  ['calledOff', false],
] as const)('a booking that is %s counts in its week: %p', (state, counts) => {
  expect(countsInWeek({ state })).toBe(counts)
})

test('weeks begin on Monday in China, and a subject names its facility', () => {
  expect(weekOf(Date.parse('2026-11-22T23:59:59+08:00'))).toBe('2026-11-16')
  expect(weekOf(Date.parse('2026-11-23T00:00:00+08:00'))).toBe('2026-11-23')
  expect(facilityIdOf('gym-shanghai.yoga')).toBe('gym-shanghai')
})

describe('lessons', () => {
  const TUESDAY_18 = Date.parse('2026-11-24T18:30:00+08:00')
  const course: Course = {
    week: [2, 4].map(weekday => ({ weekday, fromMinute: 1_110, untilMinute: 1_160 })),
    onHolidays: 'closed',
    followsExchange: true,
    specialDays: [],
    slotMinutes: 50,
    room: '二楼单车房',
    coach: '郭跃',
    changes: [],
  }
  const week = { fromAt: NOW - DAY_MS, untilAt: NOW + 6 * DAY_MS }
  const moved = {
    lessonAt: TUESDAY_18,
    startsAt: TUESDAY_18 + DAY_MS,
    room: '三楼操房',
    coach: '林可',
    why: '单车房检修',
  }

  test('are those of the week, each as long as a slot', () => {
    const lessons = lessonsBetween(course, [], week)
    expect(lessons.map(({ startsAt }) => startsAt)).toEqual([TUESDAY_18, TUESDAY_18 + 2 * DAY_MS])
    expect(lessons[0]).toMatchObject({ endsAt: TUESDAY_18 + 50 * 60_000, changedBecause: null })
  })

  test('that are moved keep their name and take the new lines', () => {
    const changed = { ...course, changes: [moved] }
    const [first] = lessonsBetween(changed, [], week)
    expect(first).toMatchObject({ ...{ lessonAt: TUESDAY_18, startsAt: TUESDAY_18 + DAY_MS, coach: '林可' } })
    expect(lessonAt(TUESDAY_18, changed, [])).toEqual(first)
    expect(lessonAt(TUESDAY_18 + DAY_MS, changed, [])).toBeNull()
    expect(lessonsBetween(changed, [], { fromAt: NOW, untilAt: NOW + DAY_MS })).toEqual([])
  })

  test('are closed by a closure of the time they are at, not of the one they were at', () => {
    const closing = { fromAt: TUESDAY_18, untilAt: TUESDAY_18 + HOUR_MS, reason: '设备检修' }
    expect(lessonAt(TUESDAY_18, course, [closing])?.closedBecause).toBe('设备检修')
    expect(lessonAt(TUESDAY_18, { ...course, changes: [moved] }, [closing])?.closedBecause).toBeNull()
  })
})
