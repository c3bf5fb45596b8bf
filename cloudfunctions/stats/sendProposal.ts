import { can } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { clockLabel } from '@domain/kernel/time'
import { PROPOSAL_KEEPERS_MAX, stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { peopleHolding } from '../identity/public'
import { notify } from '../notice/public'
import { adviceAlong, readAdvice } from './readAdvice'

/** Tells everybody who writes the rules what the adviser proposes now; what it no longer proposes is told to nobody. */
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
  return ctx.transaction(async tx => {
    for (const { employeeId } of keepers)
      await notify(tx, {
        _id: ctx.newId(`notice/${employeeId}`),
        employeeId,
        kind: 'coin',
        title: `建议在 ${clockLabel(fromMinute)}–${clockLabel(toMinute)} 开 Happy Hour`,
        body: `没开的时候每天 ${Math.round(visitsADay)} 次访问，每半小时是平常的 ${times.toFixed(1)} 倍。`,
        at: now,
        target: { kind: 'happyHour', id: `${fromMinute}-${toMinute}` },
        from: employee.name,
        fromId: employee.id,
      })
    return { told: keepers.map(({ name }) => name) }
  })
})
