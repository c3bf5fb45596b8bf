import { can } from '@domain/access/roles'
import type { Announced } from '@domain/coin/ruling'
import type { Employee } from '@platform/context'
import { peopleWith } from '../identity/public'
import { maySecondIt } from './seconding'

type Reviewer = { employeeId: string; name: string }
type Acting = Pick<Employee, 'id' | 'grants'>
type By = Announced['by']

/** In whose names a version was proposed. */
const namesBehind = ({ employeeId, inNames = [employeeId] }: By) => ({ inNames })

/** Whether somebody shares no name with whoever proposed a version, by the office that each has. */
const isSecond = (employee: Acting, by: By) => maySecondIt(employee, namesBehind(by), [], 'coin.rules.review')

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
