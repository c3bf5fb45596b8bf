import { EmployeeId } from '@domain/kernel/schema'
import { MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { rememberEach } from '@platform/memory'
import { employees } from './store'

/** The file of a picture by the number of whose it is; who has none is not in it. */
export type Faces = ReadonlyMap<string, string>

/** How many are asked for in one request. */
const AT_ONCE_MAX = 500

/**
 * The pictures that WeChat has passed, of those who are here. A new one is seen within a minute; one that was taken away
 * is gone at once, because its file is.
 */
const known = rememberEach(MINUTE_MS, async (employeeIds: readonly string[]) => {
  const found = await employees.find({
    where: { 'avatar.ownerId': _.in([...employeeIds]), 'avatar.state': 'passed', status: 'active' },
    limit: employeeIds.length,
    fields: ['_id', 'avatar'],
  })
  return new Map(found.flatMap(({ _id, avatar }) => (avatar ? [[_id, avatar.fileId] as const] : [])))
})

/** Of colleagues alone: an account's number is no employee's. At most one request; what has no room has no picture. */
export function facesOf(numbers: readonly string[]): Promise<Faces> {
  const colleagues = numbers.filter(number => EmployeeId.safeParse(number).success)
  return known(colleagues.slice(0, AT_ONCE_MAX))
}
