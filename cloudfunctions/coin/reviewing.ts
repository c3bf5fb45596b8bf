import { namesOfActing } from '@domain/access/lending'
import { can, type Permission } from '@domain/access/roles'
import { maySecond } from '@domain/coin/hand'
import type { Announced } from '@domain/coin/ruling'
import type { Employee } from '@platform/context'
import { peopleWith } from '../identity/public'

type Reviewer = { employeeId: string; name: string }
type Acting = Pick<Employee, 'id' | 'grants'>
type By = Announced['by']

/** Whoever has one of these may be a reviewer: as a keeper, or as an administrator. */
const reviewing: readonly Permission[] = ['coin.rules', 'coin.rules.review']

/**
 * Whether somebody shares no name with whoever proposed a version, by none of the offices they have: a keeper's deputy
 * who is an administrator too is no second for that keeper.
 */
function isSecond(employee: Acting, { employeeId, inNames = [employeeId] }: By): boolean {
  const names = reviewing.flatMap(permission => namesOfActing(employee, permission))
  return maySecond(names, { firstNames: inNames, receiverIds: [] })
}

const secondsAmong = (people: Awaited<ReturnType<typeof peopleWith>>, by: By): Reviewer[] =>
  people
    .filter(({ employeeId, grants }) => isSecond({ id: employeeId, grants }, by))
    .map(({ employeeId, name }) => ({ employeeId, name }))

/**
 * Who may agree to what somebody proposes: the other keepers, or the administrators where there is none. One request,
 * two without another keeper.
 */
export async function reviewersFor(by: By): Promise<Reviewer[]> {
  const keepers = secondsAmong(await peopleWith('coinKeeper'), by)
  return keepers.length > 0 ? keepers : secondsAmong(await peopleWith('admin'), by)
}

/** Whether somebody may agree to what was proposed. No request for a keeper, one for an administrator. */
export async function mayReview(employee: Acting, by: By): Promise<boolean> {
  if (!isSecond(employee, by)) return false
  if (can(employee.grants, 'coin.rules')) return true
  return secondsAmong(await peopleWith('coinKeeper'), by).length === 0
}
