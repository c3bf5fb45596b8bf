import { type Day, type Instant, inChina } from '../kernel/time'

/** The year with the company that somebody is in at an instant: the first is 1. */
export function yearOfService(joinedOn: Day, at: Instant): number {
  return inChina(at).diff(`${joinedOn}T00:00:00+08:00`, 'year') + 1
}
