import { activeGrants } from '@domain/access/lending'
import { can, scopesOf } from '@domain/access/roles'
import { totalsOf } from '@domain/coin/ledger'
import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { Refusal } from '@domain/kernel/errors'
import { monthOf } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import { handle } from '@platform/context'
import { grantsInWords } from '../access/public'
import { accountOf } from '../coin/public'
import { reportRecordOf } from '../forum/public'
import { associationsJoined } from '../union/public'
import { rosterPlaces } from './departments'
import { offencesOf } from './offences'
import { memberRow, registeredAt } from './people'
import { type EmployeeDocument, employees, type LeavingDocument, leavings } from './store'

const SEE = 'identity.members.see'

/** The departments whose people somebody may see; null: the whole company. */
export const departmentsSeen = ({ grants }: Pick<Employee, 'grants'>) => scopesOf(grants, SEE)

/**
 * A colleague as far as the caller may see them. Who is outside is answered like who does not exist.
 * @throws Refusal IDENTITY_MEMBER_MISSING
 */
export async function memberSeen(
  viewer: Pick<Employee, 'grants'>,
  employeeId: string,
): Promise<EmployeeDocument> {
  const found = await employees.require(employeeId, 'IDENTITY_MEMBER_MISSING')
  const seen = departmentsSeen(viewer)
  if (seen !== null && !seen.includes(found.department)) throw new Refusal('IDENTITY_MEMBER_MISSING')
  return found
}

export const openMember = handle(identity.openMember, async ({ employee, now }, { employeeId }) => {
  const found = await memberSeen(employee, employeeId)
  const mayManage = can(employee.grants, 'identity.members.manage')
  const [inWords, associations, offences, account, leaving, reports] = await Promise.all([
    grantsInWords([activeGrants(found.grants, now)]),
    associationsJoined(employeeId),
    offencesOf(employeeId, now, { isWhole: mayManage }),
    mayManage ? accountOf(employeeId) : null,
    mayManage && found.leavingId ? leavings.get(found.leavingId) : null,
    mayManage ? reportRecordOf(employeeId, now) : noReports,
  ])
  const month = account && totalsOf(account, monthOf(now))
  return {
    member: memberRow(found, now),
    joinedOn: found.joinedOn,
    registeredAt: registeredAt(found),
    grants: inWords[0] ?? [],
    associations: associations.length,
    offences,
    private: account && {
      associations,
      phoneMasked: maskPhone(found.phone),
      seenOn: found.seenOn ?? null,
      balance: account.balance,
      debt: account.debt,
      experience: account.experience,
      monthEarned: month?.earned ?? 0,
      monthSpent: month?.spent ?? 0,
      leaving: leaving && leavingView(leaving),
      reports,
    },
    mayManage,
    now,
  }
})

export const openPlaces = handle(identity.openPlaces, async () => {
  const { cities, departments } = await rosterPlaces()
  const names = (places: typeof cities) => places.map(({ value }) => value)
  return { departments: names(departments), sites: names(cities) }
})

const noReports = { upheld: 0, decided: 0 }

function leavingView({ state, leftAt, by, why, coins, settlesAt }: LeavingDocument) {
  return { state, leftAt, byName: by.name, why, coins, settlesAt }
}
