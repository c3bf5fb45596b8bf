import type { Day, Instant } from '../kernel/time'
import { countsInWeek, weekOf } from './facility'
import type { PlaceState } from './place'
import { slotOf } from './slotIds'

/** Something that somebody is going to. */
export interface Plan {
  title: string
  startsAt: Instant
  endsAt: Instant
}

/** The weeks, by their Mondays, in which somebody has booked as often as the rule lets them. */
export function fullWeeks(
  own: readonly { sessionId: string; startsAt: Instant; state: PlaceState }[],
  weekMax: number,
): Day[] {
  const booked = own.filter(countsInWeek).map(place => weekOf(slotOf(place)))
  return [...new Set(booked)].filter(week => booked.filter(one => one === week).length >= weekMax)
}

/**
 * Whether something more would stand against as many of somebody's bookings in one place as it lets one person have at
 * a time; one that ends as the other begins does not.
 */
export function isOneTooMany(
  own: readonly Pick<Plan, 'startsAt' | 'endsAt'>[],
  span: Pick<Plan, 'startsAt' | 'endsAt'>,
  atOnceMax: number,
): boolean {
  return own.filter(plan => meets(plan, span)).length >= atOnceMax
}

/** The first of somebody's plans that something would stand against; one that ends as the other begins does not. */
export function clashWith(plans: readonly Plan[], span: Pick<Plan, 'startsAt' | 'endsAt'>): Plan | undefined {
  return plans.find(plan => meets(plan, span))
}

function meets(
  plan: Pick<Plan, 'startsAt' | 'endsAt'>,
  { startsAt, endsAt }: Pick<Plan, 'startsAt' | 'endsAt'>,
) {
  return plan.startsAt < endsAt && startsAt < plan.endsAt
}
