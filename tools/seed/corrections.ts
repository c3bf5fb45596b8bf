import type { CorrectionDocument } from '../../cloudfunctions/identity/store'
import { personOf } from './people'
import type { World } from './world'

/** What a colleague finds wrong about themselves on the roster, and waits for HR. */
export function correctionsOf(world: World): CorrectionDocument[] {
  const askedAt = world.calendar.at(1, '18:20')
  const employee = world.who('jiangnan')
  return [
    {
      ...{ _id: 'correction-jiangnan', employeeId: employee._id, applicant: personOf(employee) },
      fields: [{ field: 'department', was: employee.department, becomes: '用户体验' }],
      reason: '十一月初调到用户体验，邮件里批过了，名单还是原来的部门。',
      ...{ askedAt, state: 'pending', decision: null },
    },
  ]
}
