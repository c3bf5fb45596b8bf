import type { Grant } from '@domain/access/roles'
import type { Day, Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'

/** One colleague of the HR roster, and the WeChat account bound to them. The id is the employee number. */
export interface EmployeeDocument extends Document {
  name: string
  phone: string
  department: string
  site: string
  joinedOn: Day
  status: 'active' | 'left'
  /** The bound WeChat account; `unbound:<employee number>` while there is none, because the index is unique. */
  openid: string
  boundAt: Instant | null
  agreedPrivacyVersion: string | null
  grants: Grant[]
}

export const employees = collection<EmployeeDocument>('identity_employees')

/** What stands in `openid` while no WeChat account is bound. */
export function unboundOpenid(employeeId: string): string {
  return `unbound:${employeeId}`
}
