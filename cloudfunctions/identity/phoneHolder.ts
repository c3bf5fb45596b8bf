import type { Person } from '@domain/kernel/schema'
import type * as z from 'zod'
import { personOf } from './people'
import { employees } from './store'

/** Whose phone it may become, and one more who has it. */
const HOLDERS_MAX = 2

/**
 * The colleague with whom a number that somebody is to have stands on the roster already. As in a roster file two who
 * work here can't have one phone; who has left may have handed it on. One request, none without a number.
 */
export async function phoneHolder(
  employeeId: string,
  phone: string | null,
): Promise<z.infer<typeof Person> | null> {
  if (phone === null) return null
  const found = await employees.find({ where: { phone, status: 'active' }, limit: HOLDERS_MAX })
  const holder = found.find(({ _id }) => _id !== employeeId)
  return holder ? personOf(holder) : null
}

/** Whether a number stands on the roster with somebody who works here. One request. */
export async function isColleaguesPhone(phone: string): Promise<boolean> {
  const found = await employees.find({ where: { phone, status: 'active' }, limit: 1, fields: ['_id'] })
  return found.length > 0
}
