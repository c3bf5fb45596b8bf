import { coin } from '@domain/coin/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { rosterBy } from '../identity/public'
import { book, countAlone } from './handing'
import { askerOf } from './seconding'
import { type HandDocument, hands } from './store'

export const moveByHand = handle(coin.moveByHand, async (ctx, input) => {
  const { employee, now } = ctx
  const { employeeId, way, amount, experience, why } = input
  const by = askerOf(employee)
  refuse(by.inNames.includes(employeeId), 'COIN_HAND_OWN')
  refuse(amount === 0 && experience === 0, 'COIN_HAND_EMPTY')
  const [found] = await rosterBy([employeeId])
  if (!found) throw new Refusal('ACCESS_COLLEAGUE_MISSING')
  const { isRegistered, ...person } = found
  refuse(!isRegistered, 'COIN_HAND_UNREGISTERED')
  const handId = ctx.newId('hand')
  const worth = { amount, experience }
  const document = { _id: handId, employeeId, person, way, ...worth, why, by, askedAt: now, decision: null }
  let state: 'done' | 'waiting' = 'waiting'
  return ctx.transaction(
    async tx => {
      const hand = { byId: employee.id, checkedById: null }
      const noticeId = ctx.newId('notice')
      const handing = { sourceId: handId, employeeId, way, ...worth, why, hand, at: now, noticeId }
      const account = await countAlone(tx, handing)
      state = account ? 'done' : 'waiting'
      if (account) await book(tx, handing, account)
      await hands.in(tx).insert({ ...document, state } satisfies HandDocument)
      return { handId, state }
    },
    () => ({
      subject: `${hands.name}/${handId}`,
      before: null,
      after: { employeeId, way, ...worth, why, state },
    }),
  )
})
