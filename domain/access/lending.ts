import { type ErrorCode, refuse } from '../kernel/errors'
import { DAY_MS, type Instant, inChina } from '../kernel/time'
import { can, type Grant, type GrantKey, isSameGrant, type Permission, type Role } from './roles'

/** Somebody is away, and a colleague does their back-office work for that time. */
export interface Lending {
  toId: string
  toName: string
  startsAt: Instant
  endsAt: Instant
  /** Which of their roles; absent where it is all of them. */
  grants?: readonly GrantKey[] | undefined
}

/** The longest absence that one lending covers. */
const LENDING_MS_MAX = 92 * DAY_MS

/** Grants that count now: those that have not ended, one's own and those lent for a time that runs. */
export function activeGrants(grants: readonly Grant[], now: Instant): Grant[] {
  return grants.filter(
    ({ endsAt, lent }) =>
      (endsAt === undefined || now < endsAt) &&
      (lent === undefined || (lent.startsAt <= now && now < lent.endsAt)),
  )
}

/** One's own grants: what was lent to somebody is not theirs to lend on. */
export function ownGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter(({ lent }) => lent === undefined)
}

/** Which of somebody's own grants they lend: those that are chosen, all where nothing is. */
export function grantsToLend(grants: readonly Grant[], chosen?: readonly GrantKey[]): Grant[] {
  const own = ownGrants(grants)
  return chosen ? own.filter(grant => chosen.some(one => isSameGrant(one, grant))) : own
}

/** Whether somebody's work by some roles, over one thing where it is about one, is done by their deputy at an instant. */
export function isLentNow(
  lending: Pick<Lending, 'startsAt' | 'endsAt' | 'grants'>,
  { roles, scopeId }: { roles: readonly Role[]; scopeId?: string },
  now: Instant,
): boolean {
  const { startsAt, endsAt, grants } = lending
  const isMeant = (one: GrantKey) =>
    roles.includes(one.role) &&
    (scopeId === undefined || one.scopeId === undefined || one.scopeId === scopeId)
  return startsAt <= now && now < endsAt && (grants === undefined || grants.some(isMeant))
}

/**
 * In whose name somebody acts by a permission: their own, and without a grant of their own their lenders' too.
 * @param scopeId what they act on, where it is one of several that a grant may be limited to
 */
export function namesOfActing(
  { id, grants }: { id: string; grants: readonly Grant[] },
  permission: Permission,
  scopeId?: string,
): string[] {
  const used = grants.filter(grant => can([grant], permission, scopeId))
  return used.some(({ lent }) => lent === undefined)
    ? [id]
    : [id, ...used.flatMap(({ lent }) => (lent ? [lent.fromId] : []))]
}

/** Those who sign what is asked of the union, level by level: a colleague signs a matter once, in whosever name. */
export const signingRoles = ['unionOfficer', 'unionChair'] as const satisfies readonly Role[]

/** Whether one of these roles signs what is asked of the union. */
export function signs(grants: readonly Pick<Grant, 'role'>[]): boolean {
  return grants.some(({ role }) => (signingRoles as readonly Role[]).includes(role))
}

/** "11 月 23 日到 11 月 25 日": the end is the first moment that no longer counts. */
export function sayLendingDays({ startsAt, endsAt }: Pick<Lending, 'startsAt' | 'endsAt'>): string {
  const [first, last] = [startsAt, endsAt - 1].map(at => inChina(at).format('M 月 D 日'))
  return first === last ? `${first}` : `${first}到 ${last}`
}

interface Wish {
  fromId: string
  toId: string
  startsAt: Instant
  endsAt: Instant
  now: Instant
}

/** @throws Refusal ACCESS_LENDING_PERIOD_WRONG, ACCESS_COLLEAGUE_MISSING when it would be to oneself */
export function assertLending({ fromId, toId, startsAt, endsAt, now }: Wish): void {
  const refusals: [boolean, ErrorCode][] = [
    [fromId === toId, 'ACCESS_COLLEAGUE_MISSING'],
    [endsAt <= Math.max(startsAt, now) || endsAt - startsAt > LENDING_MS_MAX, 'ACCESS_LENDING_PERIOD_WRONG'],
  ]
  for (const [condition, code] of refusals) refuse(condition, code)
}

interface Lender {
  employeeId: string
  name: string
}

/** A colleague's grants with what somebody lends them; whatever the same person lent them before is replaced. */
export function grantsWithLoan(
  grants: readonly Grant[],
  from: Lender,
  lent: readonly Grant[],
  { startsAt, endsAt }: Pick<Lending, 'startsAt' | 'endsAt'>,
): Grant[] {
  const loans = lent.map(grant => ({
    ...grant,
    lent: { fromId: from.employeeId, fromName: from.name, startsAt, endsAt },
  }))
  return [...grantsWithoutLoan(grants, from.employeeId), ...loans]
}

/** A colleague's grants without what one person lends them. */
export function grantsWithoutLoan(grants: readonly Grant[], fromId: string): Grant[] {
  return grants.filter(({ lent }) => lent?.fromId !== fromId)
}
