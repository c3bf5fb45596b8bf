import { can, type Grant } from '@domain/access/roles'
import type { api, Output } from '@/api'

type Decided = Output<typeof api.access.listDecisions>['decisions'][number]
type Reader = { employeeId: string; grants: readonly Grant[] } | null

/** The page of a founding is for its applicant and for the union: to anybody else it says that there is none. */
export function mayOpenDecided({ kind, person }: Pick<Decided, 'kind' | 'person'>, reader: Reader): boolean {
  if (kind !== 'founding') return true
  if (reader === null) return false
  return reader.employeeId === person.employeeId || can(reader.grants, 'union.foundings.decide')
}
