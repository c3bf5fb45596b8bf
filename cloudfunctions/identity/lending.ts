import { grantsWithLoan, grantsWithoutLoan, type Lending, ownGrants } from '@domain/access/lending'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { keepAudit } from '@platform/receipts'
import { type Transaction, transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { type EmployeeDocument, employees, memberSubject } from './store'

/** To whom somebody's work goes; null: nobody, or that time is over. One request. */
export async function lendingOf(employeeId: string, now: number): Promise<Lending | null> {
  const lending = (await employees.get(employeeId))?.lending ?? null
  return lending !== null && now < lending.endsAt ? lending : null
}

/**
 * Those of some colleagues who are here, and whoever does their work now because they are away; each once. One request,
 * none for nobody.
 */
export async function withDeputies(employeeIds: readonly string[], now: number): Promise<string[]> {
  if (employeeIds.length === 0) return []
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]) },
    limit: employeeIds.length,
    fields: ['lending', 'status'],
  })
  const here = found.filter(({ status }) => status === 'active')
  const deputies = here.flatMap(({ lending }) =>
    lending && lending.startsAt <= now && now < lending.endsAt ? [lending.toId] : [],
  )
  return [...new Set([...here.map(({ _id }) => _id), ...deputies])]
}

/**
 * Lends all of somebody's own roles to a colleague inside the caller's transaction, in place of whom they had lent them
 * to before. Four requests, six where somebody else had them.
 * @throws Refusal ACCESS_COLLEAGUE_MISSING, ACCESS_NOTHING_TO_LEND
 */
export async function lend(
  tx: Transaction,
  fromId: string,
  wish: Omit<Lending, 'toName'>,
): Promise<{ before: Lending | null; lending: Lending }> {
  const from = await employees.in(tx).require(fromId, 'ACCESS_COLLEAGUE_MISSING')
  const own = ownGrants(from.grants)
  refuse(own.length === 0, 'ACCESS_NOTHING_TO_LEND')
  const before = from.lending ?? null
  if (before && before.toId !== wish.toId) await takeBack(tx, from, before)
  const to = await employees.in(tx).require(wish.toId, 'ACCESS_COLLEAGUE_MISSING')
  if (to.status !== 'active' || to.boundAt === null) throw new Refusal('ACCESS_COLLEAGUE_MISSING')
  const lending = { ...wish, toName: to.name }
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

/** Whose doing it is that a deputy is gone, and when. */
interface GoneBy {
  by: string
  at: Instant
}

/** Those whose work somebody does or has done by a loan, each once. */
export const lendersOf = ({ grants }: Pick<EmployeeDocument, 'grants'>): string[] => [
  ...new Set(grants.flatMap(({ lent }) => (lent ? [lent.fromId] : []))),
]

/** What a deputy who is gone has borrowed ends, each lender's in a transaction of its own. Seven requests a lender. */
export async function endBorrowing(
  deputy: Pick<EmployeeDocument, '_id' | 'grants'>,
  gone: GoneBy,
): Promise<void> {
  for (const fromId of lendersOf(deputy)) await transaction(tx => endLoan(tx, fromId, deputy._id, gone))
}

/** Whoever relied on the deputy hears that the work is theirs again; ended twice it is ended once. */
async function endLoan(tx: Transaction, fromId: string, deputyId: string, { by, at }: GoneBy): Promise<void> {
  const deputy = await employees.in(tx).get(deputyId)
  if (!deputy || !lendersOf(deputy).includes(fromId)) return
  await employees.in(tx).update(deputyId, { grants: grantsWithoutLoan(deputy.grants, fromId) })
  const lending = (await employees.in(tx).get(fromId))?.lending
  if (lending?.toId !== deputyId) return
  await employees.in(tx).update(fromId, { lending: null })
  if (lending.endsAt <= at) return
  const id = `gone.${deputyId}.${fromId}.${at}`
  // No name: they may have wished to be forgotten.
  const { toId, startsAt, endsAt } = lending
  const before = { lending: { toId, startsAt, endsAt } }
  const entry = { by, subject: memberSubject(fromId), before, after: { lending: null } }
  await keepAudit(tx, id, at, entry)
  await notify(tx, {
    _id: id,
    employeeId: fromId,
    kind: 'account',
    title: '请来代你审批的同事离开了',
    body: '等你处理的事回到了你的「管理」里。还要人代办，可以另请一位同事。',
    at,
    target: null,
  })
}
