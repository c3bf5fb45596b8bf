import { coin } from '@domain/coin/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { colleaguesBy } from '../identity/public'
import { assertMine, book } from './handing'
import { maySecondIt } from './seconding'
import { type HandDocument, hands } from './store'

/** The second person's word: what was asked for is booked, or it is not. */
export const decideHand = handle(coin.decideHand, async (ctx, { handId, decision, reason }) => {
  const { employee, now } = ctx
  const asked = await hands.require(handId, 'COIN_HAND_MISSING')
  const here = await colleaguesBy([asked.employeeId])
  const state = decision === 'approve' ? ('done' as const) : ('refused' as const)
  return ctx.transaction(
    async tx => {
      const found = await hands.in(tx).require(handId, 'COIN_HAND_MISSING')
      const { employeeId, way, amount, experience, why, by } = found
      refuse(found.state !== 'waiting', 'COIN_HAND_DECIDED')
      refuse(!maySecondIt(employee, by, [employeeId]), 'COIN_HAND_NOT_YOURS')
      if (state === 'done') {
        if (here.length === 0) throw new Refusal('ACCESS_COLLEAGUE_MISSING')
        const hand = { byId: by.employeeId, checkedById: employee.id }
        const noticeId = ctx.newId('notice')
        await book(tx, {
          sourceId: handId,
          employeeId,
          way,
          amount,
          experience,
          why,
          hand,
          at: now,
          noticeId,
        })
      }
      await hands.in(tx).update(handId, {
        state,
        decision: { byId: employee.id, byName: employee.name, at: now, reason },
      })
      return { state }
    },
    () => ({
      subject: `${hands.name}/${handId}`,
      before: { state: 'waiting' },
      after: { ...whatIsHanded(asked), state, reason },
    }),
  )
})

/** To whom and how much: the record names it, so that it is found by the person. */
const whatIsHanded = ({ employeeId, way, amount, experience }: HandDocument) => ({
  employeeId,
  way,
  amount,
  experience,
})

/** Whoever asked for it asks no more. */
export const withdrawHand = handle(coin.withdrawHand, (ctx, { handId }) =>
  ctx.transaction(
    async tx => {
      const { state, by } = await hands.in(tx).require(handId, 'COIN_HAND_MISSING')
      assertMine(ctx.employee, by)
      refuse(state !== 'waiting', 'COIN_HAND_DECIDED')
      await hands.in(tx).update(handId, { state: 'withdrawn' })
      return { state: 'withdrawn' as const }
    },
    () => ({
      subject: `${hands.name}/${handId}`,
      before: { state: 'waiting' },
      after: { state: 'withdrawn' },
    }),
  ),
)
