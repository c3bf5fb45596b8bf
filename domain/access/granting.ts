import { type ErrorCode, refuse } from '../kernel/errors'
import type { Instant } from '../kernel/time'
import { ownGrants } from './lending'
import { type Grant, type Permission, type Role, roles } from './roles'

/** A president comes with the association and its hand-over, so that nobody gives that role by itself. */
const NEVER_GIVEN: readonly Role[] = ['president']

/** Who may give which roles, and take them away again. What is missing here gives none. */
const givenBy: Partial<Record<Role, readonly Role[]>> = {
  admin: (Object.keys(roles) as Role[]).filter(role => !NEVER_GIVEN.includes(role)),
  hr: ['lead', 'facility', 'shuttle', 'finance', 'editor'],
  unionChair: ['unionOfficer', 'official', 'moderator'],
}

/** Whether a role comes with an office and goes with it. */
export const comesWithOffice = (role: Role): boolean => NEVER_GIVEN.includes(role)

/** The roles that these grants let somebody give, in the order of `roles`. What was lent gives none. */
export function rolesGivenBy(grants: readonly Grant[]): Role[] {
  const given = new Set(ownGrants(grants).flatMap(({ role }) => givenBy[role] ?? []))
  return (Object.keys(roles) as Role[]).filter(role => given.has(role))
}

/**
 * What whoever lacks a permission reads: whose work it is, and who gives that role. "系统管理员" gives every role, and is
 * named where no office nearer to it does.
 */
export function closedDoor(permission: Permission): string {
  const all = Object.keys(roles) as Role[]
  const held = all.filter(role => (roles[role].permissions as readonly Permission[]).includes(permission))
  const names = held.slice(0, 2).map(role => roles[role].zh)
  const whose =
    held.length === all.length ? '有后台角色的同事' : `${names.join('、')}${held.length > 2 ? '等' : ''}`
  const given = held.find(role => !NEVER_GIVEN.includes(role))
  if (!given) return `这里由${whose}负责，有事请直接找${whose}`
  const giver = (['hr', 'unionChair'] as const).find(role => givenBy[role]?.includes(given)) ?? 'admin'
  return `这里由${whose}负责，需要权限的话请找${roles[giver].zh}`
}

interface Wish {
  giver: { id: string; grants: readonly Grant[] }
  toId: string
  grant: Pick<Grant, 'role' | 'scopeId' | 'endsAt'>
  now: Instant
}

/**
 * Whether somebody may give a role, as far as the grant itself tells; that its scope exists is asked elsewhere.
 * @throws Refusal ACCESS_ROLE_NOT_YOURS, ACCESS_NOT_ONESELF, ACCESS_SCOPE_WRONG, ACCESS_END_WRONG
 */
export function assertMayGive({ giver, toId, grant, now }: Wish): void {
  assertMayTouch(giver, toId, grant.role)
  const { scope, ...row } = roles[grant.role]
  const needsScope = scope !== null && !('whole' in row)
  const refusals: [boolean, ErrorCode][] = [
    [
      scope === null ? grant.scopeId !== undefined : needsScope && grant.scopeId === undefined,
      'ACCESS_SCOPE_WRONG',
    ],
    [grant.endsAt !== undefined && (grant.endsAt <= now || grant.role === 'admin'), 'ACCESS_END_WRONG'],
  ]
  for (const [condition, code] of refusals) refuse(condition, code)
}

/**
 * Whether a role may go on until then: one that somebody has, that has an end, and only further than it goes.
 * @throws Refusal ACCESS_GRANT_MISSING, ACCESS_END_WRONG
 */
export function assertGoesOn(held: Grant | undefined, until: Instant, now: Instant): void {
  const endsAt = held?.endsAt
  refuse(held === undefined || (endsAt !== undefined && endsAt <= now), 'ACCESS_GRANT_MISSING')
  refuse(endsAt === undefined || until <= endsAt, 'ACCESS_END_WRONG')
}

/** @throws Refusal ACCESS_ROLE_NOT_YOURS, ACCESS_NOT_ONESELF */
export function assertMayTouch({ id, grants }: Wish['giver'], toId: string, role: Role): void {
  refuse(!rolesGivenBy(grants).includes(role), 'ACCESS_ROLE_NOT_YOURS')
  refuse(toId === id, 'ACCESS_NOT_ONESELF')
}
