import { DAY_MS, dayOf, type Instant, startOfDay } from '../kernel/time'
import { type Closing, type Slot, slotsOn, type Timetable } from './slots'

/** One lesson that is not as the timetable has it. */
export interface LessonChange {
  /** When the timetable has it: what it is known by, wherever it moves. */
  lessonAt: Instant
  startsAt: Instant
  room: string
  coach: string
  why: string
}

/** A course's week: each entry is one lesson, as long as a slot. */
export interface Course extends Timetable {
  room: string
  coach: string
  changes: readonly LessonChange[]
}

/** A lesson moves within the week around it: further away it is another lesson. */
export const MOVED_MS_MAX = 7 * DAY_MS

export interface Lesson extends Slot {
  lessonAt: Instant
  room: string
  coach: string
  /** Why it is not as usual; null: it is. */
  changedBecause: string | null
}

const isClosed = ({ fromAt, untilAt }: Closing, startsAt: Instant, endsAt: Instant) =>
  fromAt < endsAt && startsAt < untilAt

function lessonOf(
  { startsAt: lessonAt, endsAt }: Slot,
  course: Course,
  closings: readonly Closing[],
): Lesson {
  const change = course.changes.find(one => one.lessonAt === lessonAt)
  const startsAt = change?.startsAt ?? lessonAt
  const until = startsAt + (endsAt - lessonAt)
  return {
    lessonAt,
    startsAt,
    endsAt: until,
    room: change?.room ?? course.room,
    coach: change?.coach ?? course.coach,
    changedBecause: change?.why ?? null,
    closedBecause: closings.find(closing => isClosed(closing, startsAt, until))?.reason ?? null,
  }
}

/** The lesson that the timetable has at an instant; null where it has none. */
export function lessonAt(at: Instant, course: Course, closings: readonly Closing[]): Lesson | null {
  const slot = slotsOn(dayOf(at), course, []).find(({ startsAt }) => startsAt === at)
  return slot ? lessonOf(slot, course, closings) : null
}

/** The lessons that begin in a time, the end not included; one that was moved is where it was moved to. */
export function lessonsBetween(
  course: Course,
  closings: readonly Closing[],
  { fromAt, untilAt }: { fromAt: Instant; untilAt: Instant },
): Lesson[] {
  const moved = course.changes.map(({ lessonAt: at }) => lessonAt(at, course, closings))
  const usual: Lesson[] = []
  for (let day = startOfDay(dayOf(fromAt)); day < untilAt; day += DAY_MS)
    for (const slot of slotsOn(dayOf(day), course, [])) usual.push(lessonOf(slot, course, closings))
  const isMoved = (lesson: Lesson) => course.changes.some(({ lessonAt: at }) => at === lesson.lessonAt)
  return [...usual.filter(lesson => !isMoved(lesson)), ...moved.filter(lesson => lesson !== null)]
    .filter(({ startsAt }) => startsAt >= fromAt && startsAt < untilAt)
    .sort((a, b) => a.startsAt - b.startsAt)
}
