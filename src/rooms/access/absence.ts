import type { access } from '@domain/access/contract'
import { type GrantKey, isSameGrant } from '@domain/access/roles'
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

/** Which grant is meant, by what is shown of it. */
interface Shown {
  role: GrantKey['role']
  scopeId: string | null
}

export const keyOf = ({ role, scopeId }: Shown): GrantKey => ({
  role,
  ...(scopeId === null ? {} : { scopeId }),
})

/** Some roles without one of them, or with one more. */
export function withOrWithout<T extends Shown>(chosen: readonly T[], grant: T): T[] {
  const isIt = (one: T) => isSameGrant(keyOf(one), keyOf(grant))
  return chosen.some(isIt) ? chosen.filter(one => !isIt(one)) : [...chosen, grant]
}

/** The command's input: from the first moment of the first day to the last of the last. One day is enough, no role is not. */
export function toLending(
  toEmployeeId: string,
  grants: readonly Shown[],
  { from, to = from }: Absence,
): InputOf<typeof access.lendRoles> | undefined {
  if (from === undefined || to === undefined || grants.length === 0) return undefined
  return {
    toEmployeeId,
    grants: grants.map(keyOf),
    startsAt: startOfDay(from),
    endsAt: startOfDay(to) + DAY_MS,
  }
}
