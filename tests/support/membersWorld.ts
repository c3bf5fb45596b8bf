import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { startTestCloud, type TestCloud } from './localCloud'
import { insertPeople, type TestPerson } from './people'
import { associations, UNION_CLOCK } from './unionWorld'

export const MEMBERS_NOW = Date.parse(UNION_CLOCK)
export const reason = '核对过了'

/** People and associations, in a cloud where a killed process soon gives its locks back. */
export async function startMembersWorld(): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: UNION_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
  return cloud
}

export async function employeeIn(cloud: TestCloud, { employeeId }: Pick<TestPerson, 'employeeId'>) {
  return (await cloud.dump<EmployeeDocument>('identity_employees')).find(({ _id }) => _id === employeeId)
}

/** The input of a command about somebody. */
export const about = ({ employeeId }: Pick<TestPerson, 'employeeId'>, more: object = {}) => ({
  employeeId,
  reason,
  ...more,
})
