import { booking } from '@domain/booking/contract'
import { isDeposited } from '@domain/booking/facility'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { places } from './store'
import { ownPlace } from './views'

export const appealAbsence = handle(booking.appealAbsence, async (ctx, { placeId, words }) => {
  const found = await ownPlace(placeId, ctx.employee.id)
  refuse(found.state !== 'absent' || !isDeposited(found), 'BOOKING_TRANSITION_REFUSED')
  refuse(found.appeal !== undefined, 'BOOKING_APPEALED')
  await ctx.wechat.assertTextIsSafe(words)
  return ctx.transaction(async tx => {
    const place = await places.in(tx).require(placeId, 'BOOKING_PLACE_MISSING')
    refuse(place.state !== 'absent', 'BOOKING_TRANSITION_REFUSED')
    refuse(place.appeal !== undefined, 'BOOKING_APPEALED')
    await places.in(tx).put({ ...place, appeal: { words, at: ctx.now, answer: null } })
    return { appealed: true as const }
  })
})
