/** Who may see something of a colleague. */
export const audiences = ['everyone', 'department', 'nobody'] as const
export type Audience = (typeof audiences)[number]

export interface Privacy {
  department: Audience
  phone: Audience
}

/** What holds until somebody chooses otherwise: the department as in any company, the phone for nobody. */
export const defaultPrivacy: Privacy = { department: 'everyone', phone: 'nobody' }

/** What stands where a department is not shown: rows that name it stay whole. */
export const HIDDEN_DEPARTMENT = '部门不公开'

interface Side {
  employeeId: string
  department: string
}

/** Whether a colleague may see what an owner shows to an audience. Owners always see their own. */
export function maySee(audience: Audience, viewer: Side, owner: Side): boolean {
  if (viewer.employeeId === owner.employeeId) return true
  if (audience === 'department') return viewer.department === owner.department
  return audience === 'everyone'
}
