import { type Day, dayOf, MINUTE_MS } from '@domain/kernel/time'
import { type Lesson, type OpenCourses, timeOf } from '../../facility/facilityWords'

/** What of the week is shown: everything, one room, or what still has seats. */
export type Choice = { kind: 'all' | 'free' } | { kind: 'room'; room: string }

export function lessonsIn(lessons: readonly Lesson[], choice: Choice): Lesson[] {
  if (choice.kind === 'room') return lessons.filter(({ room }) => room === choice.room)
  return choice.kind === 'free' ? lessons.filter(({ state }) => state === 'free') : [...lessons]
}

export const roomsOf = (lessons: readonly Lesson[]) => [...new Set(lessons.map(({ room }) => room))]

/** Monday to Friday, and the weekend where there are lessons on it. */
export function daysShown({ days, lessons }: Pick<OpenCourses, 'days' | 'lessons'>): OpenCourses['days'] {
  const weekend = days.slice(5).map(({ on }) => on)
  const isBusy = lessons.some(({ startsAt }) => weekend.includes(dayOf(startsAt)))
  return isBusy ? days : days.slice(0, 5)
}

export interface GridRow {
  /** 18:30, and how long: lessons of one time but another length have a row of their own. */
  time: string
  minutes: number
  byDay: ReadonlyMap<Day, Lesson[]>
}

/** Lessons by their time of day, the earliest first. */
export function rowsOf(lessons: readonly Lesson[]): GridRow[] {
  const rows = new Map<string, Lesson[]>()
  for (const lesson of lessons) {
    const minutes = (lesson.endsAt - lesson.startsAt) / MINUTE_MS
    const key = `${timeOf(lesson.startsAt).padStart(5, '0')} ${String(minutes).padStart(3, '0')}`
    rows.set(key, [...(rows.get(key) ?? []), lesson])
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const byDay = new Map<Day, Lesson[]>()
      for (const lesson of own) {
        const on = dayOf(lesson.startsAt)
        byDay.set(on, [...(byDay.get(on) ?? []), lesson])
      }
      const [time = '', minutes = ''] = key.split(' ')
      return { time: time.replace(/^0/, ''), minutes: Number(minutes), byDay }
    })
}
