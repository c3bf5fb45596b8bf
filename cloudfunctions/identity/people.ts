import { activeGrants, ownGrants } from '@domain/access/lending'
import { type Role, roles } from '@domain/access/roles'
import type { Me } from '@domain/identity/contract'
import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import type * as z from 'zod'
import type { EmployeeDocument } from './store'

type KnownEmployee = Pick<Employee, 'id' | 'name' | 'site' | 'department' | 'joinedOn' | 'grants'>

/** The caller as the app shows them to themselves. */
export function meOf({ id, name, site, department, joinedOn, grants }: KnownEmployee): z.infer<typeof Me> {
  return { employeeId: id, name, site, department, joinedOn, grants: [...grants] }
}

/** A colleague as others see them. */
export function personOf({ _id, name, site, department }: EmployeeDocument): z.infer<typeof Person> {
  return { employeeId: _id, name, site, department }
}

/** The file of their picture, once it has passed: for lists that read the roster itself. */
export function passedFace({ avatar }: Pick<EmployeeDocument, 'avatar'>): string | undefined {
  return avatar?.state === 'passed' ? avatar.fileId : undefined
}

/** When they first registered, whatever account is bound since; null while none is. */
export function registeredAt({
  boundAt,
  firstBoundAt,
}: Pick<EmployeeDocument, 'boundAt' | 'firstBoundAt'>): Instant | null {
  return boundAt === null ? null : (firstBoundAt ?? boundAt)
}

/** A colleague in the lists of HR and of whoever heads the department. */
export function memberRow(document: EmployeeDocument, now: Instant) {
  const { status, boundAt, grants, mutedUntil = null } = document
  const held: Role[] = activeGrants(ownGrants(grants), now).map(({ role }) => role)
  return {
    ...personOf(document),
    face: passedFace(document),
    status,
    registered: boundAt !== null,
    roles: [...new Set(held)].map(role => roles[role].zh),
    mutedUntil: mutedUntil !== null && mutedUntil > now ? mutedUntil : null,
  }
}
