import type { Person } from '@domain/kernel/schema'
import type * as z from 'zod'
import { personOf } from './people'
import { employees, type RebindDocument } from './store'

/** Whose phone it may become, and one more who has it. */
const HOLDERS_MAX = 2

/**
 * The colleague with whom the number that a request asks for stands on the roster already. As in a roster file two who
 * work here can't have one phone; who has left may have handed it on. One request, none once it is decided.
 */
export async function phoneHolder({
  employeeId,
  newPhone,
}: Pick<RebindDocument, 'employeeId' | 'newPhone'>): Promise<z.infer<typeof Person> | null> {
  if (newPhone === null) return null
  const found = await employees.find({ where: { phone: newPhone, status: 'active' }, limit: HOLDERS_MAX })
  const holder = found.find(({ _id }) => _id !== employeeId)
  return holder ? personOf(holder) : null
}
