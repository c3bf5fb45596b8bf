import type { Employee, Standing } from '@platform/context'
import { type EmployeeDocument, employees, unboundOpenid } from './store'

/** Who stands behind a WeChat identity; every call asks this first, so that a leaver is out from the next one on. */
export async function standingOf(openid: string): Promise<Standing> {
  const [found] = await employees.find({ where: { openid }, limit: 1 })
  if (!found) return { standing: 'stranger' }
  return { standing: found.status === 'active' ? 'employee' : 'left', employee: employeeOf(found) }
}

/** The WeChat account of a colleague, for messages to them; null when none is bound. One request. */
export async function openidOf(employeeId: string): Promise<string | null> {
  const found = await employees.get(employeeId)
  return found && found.openid !== unboundOpenid(employeeId) ? found.openid : null
}

function employeeOf({ _id, name, site, department, joinedOn, grants }: EmployeeDocument): Employee {
  return { id: _id, name, site, department, joinedOn, grants }
}
