import { assertGoesOn } from '@domain/access/granting'
import { activeGrants, ownGrants } from '@domain/access/lending'
import { type Grant, isSameGrant, type Role } from '@domain/access/roles'
import { searchTerm } from '@domain/identity/searchTerms'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { keepAudit } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { type EmployeeDocument, employees, memberSubject } from './store'

/**
 * Gives somebody a role inside the caller's transaction; having it already is fine. Two requests.
 * @returns false for whoever is not here any more, and gets none
 */
export async function grantRole(tx: Transaction, employeeId: string, grant: Grant): Promise<boolean> {
  const found = await employees.in(tx).get(employeeId)
  if (found?.status !== 'active') return false
  await employees.in(tx).update(employeeId, { grants: withGrant(found.grants, grant) })
  return true
}

/**
 * The same for a colleague who is here and registered; a deputy who has it of them by a loan has it as it is now. Two
 * requests, four when it was lent.
 * @returns the own grants of before
 * @throws Refusal ACCESS_COLLEAGUE_MISSING
 */
export async function giveRole(tx: Transaction, employeeId: string, grant: Grant): Promise<Grant[]> {
  const holder = await employees.in(tx).require(employeeId, 'ACCESS_COLLEAGUE_MISSING')
  const { grants, status, boundAt } = holder
  if (status !== 'active' || boundAt === null) throw new Refusal('ACCESS_COLLEAGUE_MISSING')
  await employees.in(tx).update(employeeId, { grants: withGrant(grants, grant) })
  await changeOfDeputy(tx, holder, loans =>
    loans.map(({ lent, ...one }) => ({
      ...(isSameGrant(one, grant) ? grant : one),
      ...(lent ? { lent } : {}),
    })),
  )
  return ownGrants(grants)
}

const withGrant = (grants: readonly Grant[], grant: Grant): Grant[] => [
  ...grants.filter(one => one.lent || !isSameGrant(one, grant)),
  grant,
]

/**
 * Lets a role of a colleague who is here go on until later inside the caller's transaction, and with it what a deputy has
 * of it by a loan. Two requests, four when it was lent.
 * @returns the end of before
 * @throws Refusal ACCESS_COLLEAGUE_MISSING, ACCESS_GRANT_MISSING, ACCESS_END_WRONG
 */
export async function prolongRole(
  tx: Transaction,
  employeeId: string,
  { endsAt, ...grant }: Grant & { endsAt: Instant },
  now: Instant,
): Promise<Instant | undefined> {
  const holder = await employees.in(tx).require(employeeId, 'ACCESS_COLLEAGUE_MISSING')
  if (holder.status !== 'active') throw new Refusal('ACCESS_COLLEAGUE_MISSING')
  const isIt = (one: Grant) => !one.lent && isSameGrant(one, grant)
  const held = holder.grants.find(isIt)
  assertGoesOn(held, endsAt, now)
  const grants = holder.grants.map(one => (isIt(one) ? { ...one, endsAt } : one))
  await employees.in(tx).update(employeeId, { grants })
  await changeOfDeputy(tx, holder, lent =>
    lent.map(one => (isSameGrant(one, grant) ? { ...one, endsAt } : one)),
  )
  return held?.endsAt
}

/**
 * Takes a role from somebody inside the caller's transaction, and with it what a deputy has of it by a loan. Two
 * requests, four when it was lent.
 * @returns whether they had it
 */
export async function revokeRole(tx: Transaction, employeeId: string, grant: Grant): Promise<boolean> {
  const holder = await employees.in(tx).get(employeeId)
  if (!holder) return false
  const grants = holder.grants.filter(one => one.lent || !isSameGrant(one, grant))
  if (grants.length < holder.grants.length) await employees.in(tx).update(employeeId, { grants })
  await takeFromDeputy(tx, holder, [grant])
  return grants.length < holder.grants.length
}

/** Takes what a deputy has of these grants by a loan. Two requests where there is a deputy. */
export function takeFromDeputy(
  tx: Transaction,
  holder: EmployeeDocument,
  ended: readonly Grant[],
): Promise<void> {
  return changeOfDeputy(tx, holder, lent => lent.filter(one => !ended.some(grant => isSameGrant(one, grant))))
}

/** Changes what somebody's deputy has of them by a loan, and nothing else of theirs. */
async function changeOfDeputy(
  tx: Transaction,
  { _id, lending }: EmployeeDocument,
  changed: (lent: readonly Grant[]) => Grant[],
): Promise<void> {
  const deputy = lending ? await employees.in(tx).get(lending.toId) : null
  if (!deputy) return
  const isTheirs = ({ lent }: Grant) => lent?.fromId === _id
  const others = deputy.grants.filter(grant => !isTheirs(grant))
  const grants = [...others, ...changed(deputy.grants.filter(isTheirs))]
  await employees.in(tx).update(deputy._id, { grants })
}

/** Colleagues who are here and hold one of these roles now, called as typed, as colleagues see them. One request. */
export async function peopleHolding(roles: readonly Role[], limit: number, typed = '') {
  const term = searchTerm(typed)
  const found = await employees.find({
    where: {
      'grants.role': _.in([...roles]),
      status: 'active',
      ...(term === '' ? {} : { searchTerms: _.in([term]) }),
    },
    limit,
    fields: ['_id', 'name', 'site', 'department', 'grants'],
  })
  const now = Date.now()
  return found.map(({ _id, name, site, department, grants }) => ({
    employeeId: _id,
    name,
    site,
    department,
    grants: activeGrants(grants, now),
  }))
}

const ENDED_AT_ONCE = 50

type Tell = (tx: Transaction, employeeId: string, ended: readonly Grant[]) => Promise<void>

/**
 * Takes away the grants that are past their end, with what a deputy has of them, and lets `tell` say so to whoever had
 * them; a timer calls it.
 */
export async function clearEndedGrants(now: Instant, shift: Shift, tell: Tell): Promise<number> {
  const found = await employees.find({
    where: { 'grants.endsAt': _.lte(now) },
    limit: ENDED_AT_ONCE,
    fields: ['_id'],
  })
  return eachWhile(shift, found, ({ _id }) => clearOne(_id, now, tell))
}

async function clearOne(employeeId: string, now: Instant, tell: Tell): Promise<void> {
  await transaction(async tx => {
    const holder = await employees.in(tx).get(employeeId)
    const ended = (holder?.grants ?? []).filter(({ endsAt = now + 1 }) => endsAt <= now)
    if (!holder || ended.length === 0) return
    await employees.in(tx).update(employeeId, { grants: holder.grants.filter(one => !ended.includes(one)) })
    const own = ownGrants(ended)
    if (own.length === 0) return
    await takeFromDeputy(tx, holder, own)
    await keepAudit(tx, `ended:${employeeId}:${now}`, now, endedEntry(holder, own))
    await tell(tx, employeeId, own)
  })
}

const endedEntry = ({ _id }: EmployeeDocument, ended: Grant[]) => ({
  by: 'timer',
  subject: memberSubject(_id),
  before: { grants: ended },
  after: { ended: ended.map(({ role }) => role) },
})
