import type { SlotShown } from '@domain/booking/centreViews'
import { type Day, dayOf, type Instant } from '@domain/kernel/time'
import { dayWords, type OpenDay } from '../../centre/slotWords'
import type { VisitDraft } from '../../centre/visitDraft'

type Choice = Pick<VisitDraft, 'on' | 'startsAt'>

/** A draft in which nothing is chosen yet begins with the time that led here, or with the day of what is to be moved. */
export function begunWith<T extends Choice>(
  draft: T,
  { at, moved }: { at: string | undefined; moved: { startsAt: Instant } | undefined },
): T {
  if (draft.startsAt !== 0) return draft
  if (at !== undefined) return { ...draft, startsAt: Number(at) }
  return draft.on === '' && moved ? { ...draft, on: dayOf(moved.startsAt) } : draft
}

/** The day that is looked at: the chosen one, that of the chosen time, or the first with something left. */
export function chosenDay(days: readonly OpenDay[], { on, startsAt }: Choice): OpenDay | undefined {
  return (
    days.find(day => day.on === on) ??
    (startsAt > 0 ? days.find(day => day.on === dayOf(startsAt)) : undefined) ??
    days.find(day => !dayWords(day).quiet) ??
    days[0]
  )
}

const WEEK = 7

/**
 * The seven days that a day stands among, from today on, and where the weeks beside them begin: on the first day of
 * theirs that has something left.
 */
export function weekAround(
  days: readonly OpenDay[],
  on: Day,
): { week: readonly OpenDay[]; before: Day | undefined; after: Day | undefined } {
  const at = Math.max(
    0,
    days.findIndex(day => day.on === on),
  )
  const first = at - (at % WEEK)
  const weekFrom = (from: number) => (from < 0 ? [] : days.slice(from, from + WEEK))
  const landing = (week: readonly OpenDay[]) => (week.find(day => !dayWords(day).quiet) ?? week[0])?.on
  return {
    week: weekFrom(first),
    before: landing(weekFrom(first - WEEK)),
    after: landing(weekFrom(first + WEEK)),
  }
}

/** The time that is chosen on that day; a draft may be older than the day's times. */
export function chosenSlot(
  { slots }: OpenDay,
  { startsAt }: Pick<Choice, 'startsAt'>,
): SlotShown | undefined {
  return slots.find(slot => slot.startsAt === startsAt)
}
