import { type Day, dayOf, HOUR_MS, type Instant, startOfDay } from '../kernel/time'
import { nextDay } from './serviceDays'

/**
 * A version of the whole timetable. `staging`: an import is still writing it and nobody sees it; `draft`: may be
 * changed; `published`: counts from its day on and never changes any more.
 */
export const timetableStates = ['staging', 'draft', 'published', 'withdrawn', 'dropped'] as const
export type TimetableState = (typeof timetableStates)[number]

export type TimetableAction = 'stage' | 'edit' | 'publish' | 'withdraw' | 'drop'

const transitions: Record<TimetableState, Partial<Record<TimetableAction, TimetableState>>> = {
  staging: { stage: 'draft', drop: 'dropped' },
  draft: { edit: 'draft', publish: 'published', drop: 'dropped' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
  dropped: {},
}

/** The state that follows; null: not from here. */
export function nextTimetableState(state: TimetableState, action: TimetableAction): TimetableState | null {
  return transitions[state][action] ?? null
}

/** A version that has been published, as all of them stand in one list, the oldest first. */
export interface Published {
  versionId: string
  number: number
  effectiveOn: Day
}

/** How far ahead a version may be planned. */
const PLANNED_DAYS_MAX = 366

/** The version that counts on a service day: the last one published of those that have begun. */
export function versionOn(published: readonly Published[], on: Day): Published | null {
  return published.filter(({ effectiveOn }) => effectiveOn <= on).at(-1) ?? null
}

/** The versions that riders may still meet: that of yesterday, whose last bus may run after midnight, and all later ones. */
export function stillNeeded(published: readonly Published[], today: Day): Published[] {
  const yesterdays = versionOn(published, nextDay(today, -1))
  return published.filter(({ number }) => number >= (yesterdays?.number ?? 0))
}

/** Whether a version may begin on this day: neither in the past, nor before one that is published already. */
export function mayBeginOn(on: Day, published: readonly Published[], today: Day): boolean {
  const latest = published.at(-1)?.effectiveOn ?? today
  return on >= today && on >= latest && on <= nextDay(today, PLANNED_DAYS_MAX)
}

/** In the evening, when one sets the alarm. */
const REMINDED_AT_MS = 18 * HOUR_MS
/** Whoever was told a moment ago need not be told again. */
const REMINDER_AFTER_MS = 12 * HOUR_MS

/** When those who favour a line are reminded of a change: the evening before; null where they have only just been told. */
export function reminderAt(effectiveOn: Day, publishedAt: Instant): Instant | null {
  const at = startOfDay(nextDay(effectiveOn, -1)) + REMINDED_AT_MS
  return at - publishedAt >= REMINDER_AFTER_MS ? at : null
}

/** Whether a version has not begun yet. */
export function isAhead(effectiveOn: Day, now: Instant): boolean {
  return effectiveOn > dayOf(now)
}
