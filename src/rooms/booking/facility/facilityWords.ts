import type { booking } from '@domain/booking/contract'
import type { CourseLevel } from '@domain/booking/facility'
import type { StandingShown } from '@domain/booking/facilityViews'
import type { OutputOf } from '@domain/kernel/contract'
import { inChina } from '@domain/kernel/time'

export type OpenCourses = OutputOf<typeof booking.openCourses>
export type OpenCourse = OutputOf<typeof booking.openCourse>
export type OpenVenueDay = OutputOf<typeof booking.openVenueDay>
export type Lesson = OpenCourses['lessons'][number]
export type Cell = OpenVenueDay['cells'][number]
export type FacilityRulesShown = OpenCourse['rules']

export const levelWords: Record<CourseLevel, string> = { easy: '入门', medium: '进阶', hard: '挑战' }

/** 18:30 */
export const timeOf = (at: number) => inChina(at).format('H:mm')

/** 18:30–19:20 */
export const hoursOf = (startsAt: number, endsAt: number) => `${timeOf(startsAt)}–${timeOf(endsAt)}`

/** How a cell looks: mine, to be had, only to be waited for, or neither. */
export type Face = 'mine' | 'open' | 'full' | 'off'

type Booking = Pick<Cell, 'state' | 'mine'>

export function faceOf({ state, mine }: Booking): Face {
  if (mine !== null) return 'mine'
  if (state === 'free') return 'open'
  return state === 'full' ? 'full' : 'off'
}

const mineWords: Partial<Record<string, string>> = { waiting: '候补中', offered: '等确认' }

/** What can be had of a lesson, under its name. */
export function lessonWords(lesson: Lesson): string {
  const { state, mine, left, capacity, waiting } = lesson
  if (mine !== null) return mineWords[mine.state] ?? '已约'
  if (state === 'free') return `余 ${left}`
  if (state === 'full') return waiting > 0 ? `候补 ${waiting}` : '满'
  if (state === 'closed') return '停课'
  if (state === 'later') return '未开放'
  if (state === 'tooSoon') return '截止'
  return `${capacity - left} 人`
}

/** What can be had of a court at one time. */
export function cellWords({ state, mine, waiting }: Cell): string {
  if (mine !== null) return mineWords[mine.state] ?? '我的'
  if (state === 'free') return '可约'
  if (state === 'full') return waiting > 0 ? `候补 ${waiting}` : '已约'
  if (state === 'closed') return '停用'
  if (state === 'later') return '未开放'
  return state === 'tooSoon' ? '截止' : '已过'
}

/** 60 天里有 3 次约了没来，才会停约 14 天 */
export const sayAbsenceRule = ({ absencesMax, absencesWithinDays, pauseDays }: StandingShown) =>
  absencesMax === 0
    ? '约了没来也不停约，去不了请早点取消'
    : `${absencesWithinDays} 天里有 ${absencesMax} 次约了没来，才会停约 ${pauseDays} 天`

/** Why nothing can be booked now, as a button says it; undefined: it can. */
export function pauseWords({ pausedUntil }: StandingShown, now: number): string | undefined {
  if (pausedUntil === null || pausedUntil <= now) return undefined
  return `${inChina(pausedUntil).format('M 月 D 日 H:mm')} 起可以再约`
}
