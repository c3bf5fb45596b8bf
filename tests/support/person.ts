import type { Grant } from '@domain/access/roles'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'

/** What a fixture tells of itself; the rest of the document is the same for everybody. */
export interface TestPerson {
  employeeId: string
  /** What WeChat calls this person; nobody is bound to it when the person has not registered. */
  openid: string
  name: string
  phone: string
  department: string
  site: string
  grants: Grant[]
  /** Whether the WeChat account is bound. */
  registered: boolean
  status: EmployeeDocument['status']
}

/** The centre that its host runs. */
export const centreIds = { shanghai: 'centre-shanghai', chengdu: 'centre-chengdu' } as const

/** The gym and the venues that their manager runs. */
export const facilityIds = {
  gym: 'gym-shanghai',
  courts: 'badminton-shanghai',
  nursing: 'nursing-shanghai',
} as const

/** The associations that the two presidents preside over. */
export const associationIds = { photo: 'photo', badminton: 'badminton' } as const

type Given = Pick<TestPerson, 'employeeId' | 'openid' | 'name' | 'phone' | 'department'> & Partial<TestPerson>

/** Somebody with what is told, and the usual for the rest. */
export function person(given: Given): TestPerson {
  return { site: '上海', grants: [], registered: true, status: 'active', ...given }
}
