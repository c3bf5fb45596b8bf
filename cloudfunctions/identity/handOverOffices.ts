import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { officesOf, succeededIn } from '../union/public'
import { presidedBy } from './leaveMember'
import { handOverOffices as handOver } from './leaving'
import { memberSeen } from './memberReading'
import { assertAnother } from './memberWriting'
import { memberSubject } from './store'

/** Each office goes over once, so that a copy of the command finishes what another one began. */
export const handOverOffices = handle(
  identity.handOverOffices,
  async (ctx, { employeeId, offices, reason }) => {
    const { employee, now } = ctx
    assertAnother(ctx, employeeId)
    const known = await memberSeen(employee, employeeId)
    refuse(known.status !== 'left', 'IDENTITY_MEMBER_MISSING')
    const open = await officesOf(employeeId, presidedBy(known.grants))
    const successorsIn = (associationId: string) =>
      open.find(one => one.associationId === associationId)?.successors
    const others = offices.filter(({ associationId }) => !successorsIn(associationId))
    const done = others.length === 0 ? [] : await succeededIn(employeeId, others)
    const fits = ({ associationId, toEmployeeId }: (typeof offices)[number]) =>
      successorsIn(associationId)?.some(one => one.employeeId === toEmployeeId) ??
      done.includes(associationId)
    refuse(!offices.every(fits), 'IDENTITY_OFFICES_OPEN')
    const by = { employeeId: employee.id, name: employee.name }
    await handOver({ employeeId, offices, by, at: now })
    return ctx.transaction(
      async () => ({ handedOver: true as const }),
      () => ({ subject: memberSubject(employeeId), before: null, after: { offices, reason } }),
    )
  },
)
