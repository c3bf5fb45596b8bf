import { namesOfActing } from '@domain/access/lending'
import type { Permission } from '@domain/access/roles'
import { maySecond } from '@domain/coin/hand'
import type { Employee } from '@platform/context'
import type { Asker } from './store'

type Acting = Pick<Employee, 'id' | 'grants'>

/** Who asks, and in whose names. */
export function askerOf(employee: Employee, permission: Permission = 'coin.hands'): Asker {
  return { employeeId: employee.id, name: employee.name, inNames: namesOfActing(employee, permission) }
}

/** Whether somebody may be the second person for what others asked for and receive. */
export function maySecondIt(
  employee: Acting,
  by: Pick<Asker, 'inNames'>,
  receiverIds: readonly string[],
): boolean {
  const names = namesOfActing(employee, 'coin.hands')
  return maySecond(names, { firstNames: by.inNames, receiverIds })
}
