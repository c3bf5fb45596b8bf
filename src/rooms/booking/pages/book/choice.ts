import type { SlotShown } from '@domain/booking/centreViews'
import { dayOf } from '@domain/kernel/time'
import { dayWords, type OpenDay } from '../../centre/slotWords'
import type { VisitDraft } from '../../centre/visitDraft'

type Choice = Pick<VisitDraft, 'on' | 'startsAt'>

/** The day that is looked at: the chosen one, that of the chosen time, or the first with something left. */
export function chosenDay(days: readonly OpenDay[], { on, startsAt }: Choice): OpenDay | undefined {
  return (
    days.find(day => day.on === on) ??
    (startsAt > 0 ? days.find(day => day.on === dayOf(startsAt)) : undefined) ??
    days.find(day => !dayWords(day).quiet) ??
    days[0]
  )
}

/** The time that is chosen on that day; a draft may be older than the day's times. */
export function chosenSlot(
  { slots }: OpenDay,
  { startsAt }: Pick<Choice, 'startsAt'>,
): SlotShown | undefined {
  return slots.find(slot => slot.startsAt === startsAt)
}
