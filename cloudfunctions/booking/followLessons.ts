import { deadlinesOf } from '@domain/booking/bookingRules'
import { type Lesson, lessonAt } from '@domain/booking/lessons'
import { slotOfSession } from '@domain/booking/slotIds'
import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { eachWhile, type Shift } from '@platform/shift'
import type { CourseDocument } from './facilityDocuments'
import { sessionsIn } from './facilityReading'
import { lessonLines, reminderOf } from './facilitySession'
import { reshapeSession } from './reshape'
import { courses, type SessionDocument } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const COURSES_MAX = 20
/** As far ahead as a lesson may be booked. */
const AHEAD_MS = 40 * DAY_MS
/** Longer than an execution lives that read the course before it changed and opens a session after it. */
const LATECOMERS_MS = 2 * MINUTE_MS

/**
 * Carries a changed course into the sessions of its lessons, again each minute until nobody can be about to open one
 * by the old lines; their places follow as those of every session that was changed. What the timetable has no more
 * stands as it was booked.
 * @returns how many sessions were changed
 */
export async function followLessons(now: Instant, shift: Shift): Promise<number> {
  const changed = await courses.find({
    where: { spreading: true },
    orderBy: [['changedAt', 'asc']],
    limit: COURSES_MAX,
  })
  let followed = 0
  await eachWhile(shift, changed, async course => {
    followed += await followOne(course, now)
  })
  return followed
}

/** The same of one course, for whoever has to know where its lessons are. One request where nothing has changed. */
export async function followCourse(courseId: string, now: Instant): Promise<void> {
  const course = await courses.get(courseId)
  if (course?.spreading) await followOne(course, now)
}

async function followOne(course: CourseDocument, now: Instant): Promise<number> {
  const { _id, changedAt } = course
  const found = await sessionsIn([_id], { fromAt: now, untilAt: now + AHEAD_MS })
  let followed = 0
  for (const session of found) {
    const lesson = lessonAt(slotOfSession(session._id) ?? 0, course, [])
    if (session.state !== 'open' || lesson === null || isAsNow(session, course, lesson)) continue
    if (await reshape(session, course, lesson, now)) followed += 1
  }
  if (now - changedAt > LATECOMERS_MS) await courses.updateWhere({ _id, changedAt }, { spreading: false })
  return followed
}

function isAsNow(session: SessionDocument, course: CourseDocument, lesson: Lesson): boolean {
  const { title, venue } = lessonLines(course, lesson)
  return (
    session.title === title &&
    session.venue === venue &&
    session.capacity === course.seats &&
    session.startsAt === lesson.startsAt &&
    session.endsAt === lesson.endsAt
  )
}

/** Nobody loses a seat where a course has fewer from now on; whoever gives one up leaves it to nobody. */
function reshape(
  session: SessionDocument,
  course: CourseDocument,
  lesson: Lesson,
  now: Instant,
): Promise<boolean> {
  const { startsAt, endsAt } = lesson
  const { _id, coverFileId, partyMax, fee, taken } = session
  return reshapeSession(_id, {
    ...lessonLines(course, lesson),
    ...{ coverFileId, partyMax, fee, startsAt, endsAt, capacity: course.seats, promised: taken },
    ...deadlinesOf(lesson, course.rules),
    remindAt: reminderOf(startsAt, now),
  })
}
