import { can } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { clockLabel, dayOf } from '@domain/kernel/time'
import { PROPOSAL_KEEPERS_MAX, stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { peopleHolding } from '../identity/public'
import { notify } from '../notice/public'
import { pseudonymOf } from './pseudonym'
import { adviceAlong, readAdvice } from './readAdvice'
import { type ProposalDocument, proposals as sent } from './store'

/**
 * Tells everybody who writes the rules what the adviser proposes now; what it no longer proposes is told to nobody, and
 * the same on one day to each of them once, whoever sends it.
 */
export const sendProposal = handleWith(stats.sendProposal, adviceAlong, async (ctx, window, along) => {
  const { employee, now } = ctx
  const [{ proposals }, holding] = await Promise.all([
    readAdvice(along, now),
    peopleHolding(['coinKeeper'], PROPOSAL_KEEPERS_MAX),
  ])
  const proposal = proposals.find(
    ({ fromMinute, toMinute, running }) =>
      !running && fromMinute === window.fromMinute && toMinute === window.toMinute,
  )
  if (!proposal) throw new Refusal('STATS_NOT_PROPOSED')
  const keepers = holding.filter(({ grants }) => can(grants, 'coin.rules'))
  if (keepers.length === 0) throw new Refusal('STATS_NO_KEEPER')
  const { visitsADay, times, fromMinute, toMinute } = proposal
  const id = `${fromMinute}-${toMinute}`
  return ctx.transaction(async tx => {
    const fresh = await notTold(tx, { _id: id, on: dayOf(now) }, keepers)
    for (const { employeeId } of fresh)
      await notify(tx, {
        _id: ctx.newId(`notice/${employeeId}`),
        employeeId,
        kind: 'coin',
        title: `建议在 ${clockLabel(fromMinute)}–${clockLabel(toMinute)} 开 Happy Hour`,
        body: `没开的时候每天 ${Math.round(visitsADay)} 次访问，每半小时是平常的 ${times.toFixed(1)} 倍。`,
        at: now,
        target: { kind: 'happyHour', id },
        from: employee.name,
        fromId: employee.id,
      })
    return { told: keepers.map(({ name }) => name) }
  })
})

/** Those whom nobody has sent it to on that day, who are noted as told. Two requests. */
async function notTold<K extends { employeeId: string }>(
  tx: Transaction,
  proposal: Pick<ProposalDocument, '_id' | 'on'>,
  keepers: readonly K[],
): Promise<K[]> {
  const last = await sent.in(tx).get(proposal._id)
  const told = last?.on === proposal.on ? last.told : []
  const fresh = keepers.filter(({ employeeId }) => !told.includes(pseudonymOf(employeeId)))
  const now = fresh.map(({ employeeId }) => pseudonymOf(employeeId))
  await sent.in(tx).put({ ...proposal, told: [...told, ...now] })
  return fresh
}
