import { booking } from '@domain/booking/contract'
import { isOneTooMany } from '@domain/booking/ownPlans'
import { isPromised } from '@domain/booking/visitKinds'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { bookableSlot, kindOf, ownVisits } from './centreReading'
import { joinSession } from './join'
import { countBooking } from './quota'
import { type CentreDocument, placeIdOf, places } from './store'
import { openVisitSession } from './visitSession'
import { answersOf } from './visitViews'

/** The quota is looked at before seats are taken, so that nobody holds some by trying; it is counted with the place. */
export const bookVisit = handle(
  booking.bookVisit,
  async (ctx, { centreId, kindId, startsAt, party, guests, note, agreed }) => {
    const wanted = { centreId, startsAt, kindIn: (centre: CentreDocument) => kindOf(centre, kindId) }
    const { centre, kind, slot } = await bookableSlot(ctx.employee.id, wanted, ctx.now)
    refuse(party > centre.rules.partyMax, 'BOOKING_PARTY_TOO_LARGE', ['party'])
    refuse(guests.length !== party - 1, 'BOOKING_GUESTS_WRONG', ['guests'])
    refuse(!isPromised(kind, agreed), 'BOOKING_PROMISE_MISSING', ['agreed'])
    const words = [...guests, note].filter(word => word !== '')
    if (words.length > 0) await ctx.wechat.assertTextIsSafe(...words)

    const session = await openVisitSession(centre, kind, slot, ctx.now)
    const placeId = placeIdOf(session._id, ctx.employee.id)
    const [before, upcoming] = await Promise.all([
      places.get(placeId),
      ownVisits(ctx.employee.id, ctx.now, centreId),
    ])
    const others = upcoming.filter(({ _id }) => _id !== placeId)
    refuse(others.length >= centre.rules.upcomingMax, 'BOOKING_QUOTA_FULL')
    // Whoever opened the hour first may have gone by other times than these.
    refuse(isOneTooMany(others, session, 1), 'BOOKING_AT_ONCE')

    const joined = await joinSession(
      ctx,
      // It costs nobody anything.
      { session, before, coins: 0 },
      { party, guests, answers: answersOf(note, kind.promises) },
      (tx, { isSeated }) =>
        countBooking(tx, {
          subjectId: centreId,
          employeeId: ctx.employee.id,
          placeId,
          max: centre.rules.upcomingMax,
          queues: !isSeated,
          span: session,
          now: ctx.now,
        }),
    )
    return { placeId: joined.placeId, state: joined.state }
  },
)
