import type { booking } from '@domain/booking/contract'
import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { minutesOf, pickerTime } from '../../facility/clock'
import {
  numbersOf,
  numbersProblem,
  type RulesInput,
  ruleRanges,
  type Typed,
  typedOf,
} from '../../facility/ruleDraft'

type CourseInput = InputOf<typeof booking.saveCourse>
type Course = OutputOf<typeof booking.openFacilityForm>['courses'][number]

interface LessonDraft {
  weekday: number
  time: string
}

/** What is filled in so far; numbers as they are typed, times as the pickers have them. */
export interface CourseDraft {
  name: string
  level: CourseInput['level']
  coach: string
  room: string
  intro: string
  seats: string
  minutes: string
  lessons: readonly LessonDraft[]
  onHolidays: CourseInput['onHolidays']
  followsExchange: boolean
  rules: Typed<RulesInput>
}

const usualRules: RulesInput = {
  noticeMinutes: 15,
  horizonDays: 7,
  weekMax: 3,
  cancelMinutes: 120,
  deposit: 0,
}

/** The form of a course as it stands, or of a new one. */
export function courseDraftOf(course: Course | undefined): CourseDraft {
  if (!course)
    return {
      ...{ name: '', level: 'easy', coach: '', room: '', intro: '', seats: '20', minutes: '45' },
      ...{ lessons: [], onHolidays: 'closed', followsExchange: true, rules: typedOf(usualRules) },
    }
  const { name, level, coach, room, intro, seats, minutes, lessons, onHolidays, followsExchange } = course
  return {
    ...{ name, level, coach, room, intro, onHolidays, followsExchange },
    seats: String(seats),
    minutes: String(minutes),
    lessons: lessons.map(({ weekday, fromMinute }) => ({ weekday, time: pickerTime(fromMinute) })),
    rules: typedOf<RulesInput>(course.rules),
  }
}

const isWhole = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

/** Two lessons of one day at once. */
function overlap(lessons: readonly LessonDraft[], minutes: number): boolean {
  const starts = lessons
    .map(({ weekday, time }) => weekday * 1_440 + (minutesOf(time) ?? 0))
    .sort((a, b) => a - b)
  return starts.some((start, index) => index > 0 && start - (starts[index - 1] ?? 0) < minutes)
}

/** The first thing that keeps the form from being saved; undefined: nothing. */
export function courseProblem(draft: CourseDraft): string | undefined {
  const minutes = Number(draft.minutes)
  const checks: [boolean, string][] = [
    [draft.name.trim() === '', '写课程名'],
    [draft.coach.trim() === '', '写教练的名字'],
    [draft.room.trim() === '', '写在哪间教室'],
    [[...draft.intro.trim()].length < 2, '写几句介绍'],
    [!isWhole(draft.seats, 1, 200), '位子写 1 到 200'],
    [!isWhole(draft.minutes, 10, 240), '一节写 10 到 240 分钟'],
    [draft.lessons.some(({ time }) => minutesOf(time) === undefined), '还有课没选时间'],
    [draft.lessons.some(({ time }) => (minutesOf(time) ?? 0) + minutes > 1_440), '课要在半夜前结束'],
    [overlap(draft.lessons, minutes), '同一天有两节课重叠了'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1] ?? numbersProblem<RulesInput>(draft.rules, ruleRanges)
}

/** The command's input. Only for a draft without a problem. */
export function toCourse(facilityId: string, courseId: string | undefined, draft: CourseDraft): CourseInput {
  const { level, onHolidays, followsExchange, lessons } = draft
  return {
    facilityId,
    ...(courseId === undefined ? {} : { courseId }),
    ...{ level, onHolidays, followsExchange },
    name: draft.name.trim(),
    coach: draft.coach.trim(),
    room: draft.room.trim(),
    intro: draft.intro.trim(),
    seats: Number(draft.seats),
    minutes: Number(draft.minutes),
    lessons: lessons.map(({ weekday, time }) => ({ weekday, fromMinute: minutesOf(time) ?? 0 })),
    rules: numbersOf<RulesInput>(draft.rules),
  }
}
