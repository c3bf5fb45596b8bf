import {
  grantsToLend,
  grantsWithLoan,
  grantsWithoutLoan,
  isLentNow,
  type Lending,
} from '@domain/access/lending'
import type { Role } from '@domain/access/roles'
import { Refusal, refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { type EmployeeDocument, employees } from './store'

/** To whom somebody's work goes; null: nobody, or that time is over. One request. */
export async function lendingOf(employeeId: string, now: number): Promise<Lending | null> {
  const lending = (await employees.get(employeeId))?.lending ?? null
  return lending !== null && now < lending.endsAt ? lending : null
}

/**
 * Those of some colleagues who are here, and whoever does this work of theirs now because they are away; each once. One
 * request, none for nobody.
 */
export async function withDeputies(
  employeeIds: readonly string[],
  work: { roles: readonly Role[]; scopeId?: string },
  now: number,
): Promise<string[]> {
  if (employeeIds.length === 0) return []
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]) },
    limit: employeeIds.length,
    fields: ['lending', 'status'],
  })
  const here = found.filter(({ status }) => status === 'active')
  const deputies = here.flatMap(({ lending }) =>
    lending && isLentNow(lending, work, now) ? [lending.toId] : [],
  )
  return [...new Set([...here.map(({ _id }) => _id), ...deputies])]
}

/**
 * Lends those of somebody's own roles that they chose to a colleague inside the caller's transaction, in place of whom they had lent them
 * to before. Four requests, six where somebody else had them.
 * @throws Refusal ACCESS_COLLEAGUE_MISSING, ACCESS_NOTHING_TO_LEND
 */
export async function lend(
  tx: Transaction,
  fromId: string,
  wish: Omit<Lending, 'toName'>,
): Promise<{ before: Lending | null; lending: Lending }> {
  const from = await employees.in(tx).require(fromId, 'ACCESS_COLLEAGUE_MISSING')
  const own = grantsToLend(from.grants, wish.grants)
  refuse(own.length === 0, 'ACCESS_NOTHING_TO_LEND')
  const before = from.lending ?? null
  if (before && before.toId !== wish.toId) await takeBack(tx, from, before)
  const to = await employees.in(tx).require(wish.toId, 'ACCESS_COLLEAGUE_MISSING')
  if (to.status !== 'active' || to.boundAt === null) throw new Refusal('ACCESS_COLLEAGUE_MISSING')
  const grants = own.map(({ role, scopeId }) => ({ role, ...(scopeId === undefined ? {} : { scopeId }) }))
  const lending = { ...wish, toName: to.name, grants }
  const lender = { employeeId: from._id, name: from.name }
  await employees.in(tx).update(to._id, { grants: grantsWithLoan(to.grants, lender, own, wish) })
  await employees.in(tx).update(fromId, { lending })
  return { before, lending }
}

/** Takes back what somebody has lent, inside the caller's transaction. Four requests, one when it was nothing. */
export async function endLending(tx: Transaction, fromId: string): Promise<Lending | null> {
  const from = await employees.in(tx).require(fromId, 'ACCESS_COLLEAGUE_MISSING')
  const before = from.lending ?? null
  if (!before) return null
  await takeBack(tx, from, before)
  await employees.in(tx).update(fromId, { lending: null })
  return before
}

async function takeBack(tx: Transaction, from: EmployeeDocument, { toId }: Lending): Promise<void> {
  const deputy = await employees.in(tx).get(toId)
  if (deputy) await employees.in(tx).update(toId, { grants: grantsWithoutLoan(deputy.grants, from._id) })
}
