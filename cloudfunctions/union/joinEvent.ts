import { refuse } from '@domain/kernel/errors'
import { answeredForm } from '@domain/union/application'
import { union } from '@domain/union/contract'
import { handleWith } from '@platform/context'
import { join } from '../booking/public'
import { accountAlong, accountFrom } from '../coin/public'
import { isMember } from './membershipOf'
import { events } from './store'

const along = () => ({ account: accountAlong() })

export const joinEvent = handleWith(union.joinEvent, along, async (ctx, input, found) => {
  const { eventId, party, guests, answers } = input
  // A name may be left out, but nobody comes without a seat.
  refuse(guests.length > party - 1, 'BOOKING_GUESTS_WRONG', ['guests'])
  const event = await events.require(eventId, 'UNION_EVENT_MISSING')
  const isOutside = event.membersOnly && !(await isMember(event.associationId, ctx.employee))
  refuse(isOutside, 'UNION_MEMBERS_ONLY')
  const answered = answeredForm(event.questions, answers)
  const words = [...guests, ...answered.map(({ answer }) => answer)]
  if (words.length > 0) await ctx.wechat.assertTextIsSafe(...words)
  const { balance } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  return join(ctx, eventId, { party, guests, answers: answered }, balance)
})
