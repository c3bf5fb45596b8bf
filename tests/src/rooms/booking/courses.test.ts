import { DAY_MS } from '@domain/kernel/time'
import { cellWords, faceOf, type Lesson, lessonWords } from '@/rooms/booking/facility/facilityWords'
import { numbersProblem, ruleRanges } from '@/rooms/booking/facility/ruleDraft'
import { courseDraftOf, courseProblem, toCourse } from '@/rooms/booking/pages/courseEdit/courseDraft'
import { daysShown, lessonsIn, rowsOf } from '@/rooms/booking/pages/courses/weekGrid'

jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

const MONDAY_18 = Date.parse('2026-11-23T18:30:00+08:00')

const lessonOf = (more: Partial<Lesson> = {}): Lesson => ({
  courseId: 'gym.spin',
  lessonAt: MONDAY_18,
  name: '动感单车',
  level: 'medium',
  room: '二楼单车房',
  coach: '郭跃',
  changedBecause: null,
  capacity: 20,
  left: 3,
  startsAt: MONDAY_18,
  endsAt: MONDAY_18 + 50 * 60_000,
  state: 'free',
  closedBecause: null,
  waiting: 0,
  mine: null,
  ...more,
})

test.each([
  [{}, 'open', '余 3'],
  [{ state: 'full' as const, left: 0, waiting: 3 }, 'full', '候补 3'],
  [{ state: 'over' as const }, 'off', '17 人'],
  [{ state: 'closed' as const }, 'off', '停课'],
  [{ mine: { placeId: 'p', state: 'confirmed' as const } }, 'mine', '已约'],
  [{ mine: { placeId: 'p', state: 'waiting' as const } }, 'mine', '候补中'],
])('a lesson of %j looks %s and says %s', (more, face, words) => {
  expect([faceOf(lessonOf(more)), lessonWords(lessonOf(more))]).toEqual([face, words])
})

test('a court says whether it can be had, and never who has it', () => {
  const cell = { ...lessonOf({ state: 'full' }), unitId: 'courts.1' }
  expect(cellWords(cell)).toBe('已约')
  expect(cellWords({ ...cell, waiting: 2 })).toBe('候补 2')
})

test('the week has a row for each time and length, and a weekend only with lessons on it', () => {
  const short = { endsAt: MONDAY_18 + 30 * 60_000, courseId: 'gym.core' }
  const rows = rowsOf([lessonOf(), lessonOf(short), lessonOf({ startsAt: MONDAY_18 - 6 * 3_600_000 })])
  expect(rows.map(({ time, minutes }) => `${time} ${minutes}`)).toEqual(['12:30 410', '18:30 30', '18:30 50'])
  const days = Array.from({ length: 7 }, (_, index) => ({ on: `2026-11-${23 + index}`, note: null }))
  expect(daysShown({ days, lessons: [lessonOf()] })).toHaveLength(5)
  const saturday = lessonOf({ startsAt: MONDAY_18 + 5 * DAY_MS })
  expect(daysShown({ days, lessons: [saturday] })).toHaveLength(7)
  expect(lessonsIn([lessonOf(), lessonOf({ state: 'full' })], { kind: 'free' })).toHaveLength(1)
})

test('a course is saved only when its week and its numbers make sense', () => {
  const draft = {
    ...courseDraftOf(undefined),
    ...{ name: '搏击', coach: '雷鸣', room: '三楼操房', intro: '六个回合。' },
    lessons: [{ weekday: 1, time: '18:30' }],
  }
  expect(courseProblem(draft)).toBeUndefined()
  expect(courseProblem({ ...draft, lessons: [...draft.lessons, { weekday: 1, time: '19:00' }] })).toBe(
    '同一天有两节课重叠了',
  )
  expect(courseProblem({ ...draft, lessons: [{ weekday: 1, time: '23:30' }] })).toBe('课要在半夜前结束')
  expect(courseProblem({ ...draft, coach: ' ' })).toBe('写教练的名字')
  expect(numbersProblem({ ...draft.rules, weekMax: '0' }, ruleRanges)).toBe('每人每周最多：写 1 到 20 次')
  expect(toCourse('gym-a', undefined, draft)).toMatchObject({
    ...{ facilityId: 'gym-a', seats: 20, minutes: 45 },
    lessons: [{ weekday: 1, fromMinute: 1_110 }],
  })
})
