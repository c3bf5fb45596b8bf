import { type Day, type Instant, inChina, startOfDay } from '../kernel/time'

/** The year with the company that somebody is in at an instant: the first is 1. */
export function yearOfService(joinedOn: Day, at: Instant): number {
  return inChina(at).diff(inChina(startOfDay(joinedOn)), 'year') + 1
}
