import { leavingSteps, nextStepAt } from '@domain/identity/leaving'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { settleCoins } from '../coin/public'
import { notify, settleTodos } from '../notice/public'
import { succeed } from '../union/public'
import { endBorrowing } from './borrowing'
import { endLending } from './lending'
import { employees, type LeavingDocument, leavings, refundingRooms } from './store'

type Step = (leaving: LeavingDocument, now: Instant) => Promise<unknown>

const steps: Record<(typeof leavingSteps)[number], Step> = {
  loans: endLoans,
  offices: ({ employeeId, offices, by }, at) => handOverOffices({ employeeId, offices, by, at }),
  coins: ({ _id, employeeId, by, settlesAt }) =>
    transaction(async tx => {
      if ((await leavings.in(tx).get(_id))?.state !== 'running') return
      // Whoever came back meanwhile keeps what they have, whatever let them in.
      if ((await employees.in(tx).get(employeeId))?.leavingId !== _id) {
        await leavings.in(tx).update(_id, { state: 'returned', nextAt: NEVER })
        return
      }
      await settleCoins(tx, { employeeId, sourceId: _id, byId: by.employeeId, at: settlesAt })
      await leavings.in(tx).update(_id, { state: 'over', done: leavingSteps.length, nextAt: NEVER })
    }),
}

/** What they have lent, and what was lent to them. */
async function endLoans({ employeeId, by, leftAt }: LeavingDocument): Promise<void> {
  await transaction(tx => endLending(tx, employeeId))
  const deputy = await employees.get(employeeId)
  if (deputy?.status === 'left') await endBorrowing(deputy, { by: by.employeeId, at: leftAt })
}

const NEVER = Number.MAX_SAFE_INTEGER

/**
 * Gives the offices of whoever has left to those who were chosen, each in a transaction of its own and once; where nobody
 * was, the office stays open. Whoever the one who left had asked to follow has nothing to answer any more.
 */
export async function handOverOffices({
  employeeId,
  offices,
  by,
  at,
}: Pick<LeavingDocument, 'employeeId' | 'offices' | 'by'> & { at: Instant }): Promise<void> {
  for (const { associationId, toEmployeeId: toId } of offices)
    if (toId !== null) {
      const gone = await transaction(async tx => {
        const done = await succeed(tx, { associationId, fromId: employeeId, toId, by, at })
        if (done?.news) await notify(tx, requestToFollow(done.news, { associationId, toId, by, at }))
        return done
      })
      // What has been offered since is another's to answer.
      if (gone)
        await settleTodos({ target: 'association', ids: [associationId], becomes: 'union', until: gone.at })
    }
}

function requestToFollow(
  office: { name: string; formerName: string },
  { associationId, toId, by, at }: { associationId: string; toId: string; by: { name: string }; at: Instant },
): Parameters<typeof notify>[1] {
  return {
    _id: ulid(at),
    employeeId: toId,
    kind: 'union',
    title: `${office.name}：请你接任会长`,
    body: `${office.formerName}离职了，${by.name}把会长交给你。不方便的话可以交给另一位会员。`,
    at,
    target: { kind: 'association', id: associationId },
  }
}

/** Whether coins may still come back for what they held: all are settled together. One request. */
async function isRefunded({ _id, employeeId }: LeavingDocument): Promise<boolean> {
  const leaver = await employees.get(employeeId)
  return leaver?.leavingId === _id && refundingRooms.some(room => leaver.parting?.includes(room))
}

/** Does the steps that are due, each as often as it is cut off. */
export async function carryOnLeaving(leaving: LeavingDocument, now: Instant): Promise<void> {
  let { done, nextAt } = leaving
  while (nextAt <= now) {
    const name = leavingSteps[done]
    if (name === undefined) return
    if (name === 'coins' && (await isRefunded(leaving))) {
      const later = { nextAt: now + MINUTE_MS }
      await leavings.updateWhere({ _id: leaving._id, state: 'running', done }, later)
      return
    }
    await steps[name](leaving, now)
    done += 1
    nextAt = nextStepAt(done, leaving.settlesAt, leaving.leftAt) ?? NEVER
    await leavings.updateWhere({ _id: leaving._id, state: 'running', done: _.lt(done) }, { done, nextAt })
  }
}

const LEAVINGS_MAX = 20

/** Goes on with the leavings of which something is due; a timer calls it. */
export async function carryOnLeavings(now: Instant, shift: Shift): Promise<number> {
  const due = await leavings.find({
    where: { state: 'running', nextAt: _.lte(now) },
    orderBy: [['nextAt', 'asc']],
    limit: LEAVINGS_MAX,
  })
  return eachWhile(shift, due, leaving => carryOnLeaving(leaving, now))
}
