import type { access } from '@domain/access/contract'
import type { InputOf } from '@domain/kernel/contract'
import { DAY_MS, type Day, startOfDay } from '@domain/kernel/time'

/** The days that somebody is away, both included; `to` is missing while only the first has been chosen. */
export interface Absence {
  from: Day | undefined
  to: Day | undefined
}

/** What a tap on a day makes of the days: the first tap begins anew, the second ends them. */
export function absenceAfter({ from, to }: Absence, on: Day): Absence {
  if (from === undefined || to !== undefined || on < from) return { from: on, to: undefined }
  return { from, to: on }
}

/** The command's input: from the first moment of the first day to the last of the last. One day is enough. */
export function toLending(
  toEmployeeId: string,
  { from, to = from }: Absence,
): InputOf<typeof access.lendRoles> | undefined {
  if (from === undefined || to === undefined) return undefined
  return { toEmployeeId, startsAt: startOfDay(from), endsAt: startOfDay(to) + DAY_MS }
}
