import { booking } from '@domain/booking/contract'
import { placeActionsFor } from '@domain/booking/place'
import { kindOfVisit } from '@domain/booking/visitKinds'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { earningsOf, rankOf } from './openPlace'
import { centres, feedback, sessions } from './store'
import { ownPlace, placeView } from './views'
import { agreedIn, askedOf, noteOf } from './visitViews'

export const openVisit = handle(booking.openVisit, async ({ employee, now }, { placeId }) => {
  const place = await ownPlace(placeId, employee.id)
  refuse(place.kind !== 'visit', 'BOOKING_PLACE_MISSING')
  const [session, centre, given, rank] = await Promise.all([
    sessions.require(place.sessionId, 'BOOKING_SESSION_MISSING'),
    centres.require(place.subjectId, 'BOOKING_CENTRE_MISSING'),
    feedback.get(placeId),
    rankOf(place),
  ])
  const { state, person, movedFrom, movedTo } = place
  const { cancelUntil, calledOffBecause } = session
  const { name, city, coverFileId, address, latitude, longitude, phone, directions, advice } = centre
  const kind = kindOfVisit(centre, place)
  const mayGo = placeActionsFor(state, 'guest').some(action => action === 'cancel' || action === 'decline')
  return {
    place: placeView(place),
    person,
    note: noteOf(place),
    agreed: agreedIn(place),
    asks: askedOf(place, kind),
    rank,
    cancelUntil,
    kindId: kind?.kindId ?? null,
    movable: mayGo && kind !== null && (state !== 'confirmed' || now < cancelUntil),
    movedFrom: movedFrom ? { startsAt: movedFrom.startsAt, because: movedFrom.because } : null,
    calledOff: state === 'calledOff' ? { because: calledOffBecause ?? '', movedTo: movedTo ?? null } : null,
    centre: {
      ...{ centreId: centre._id, name, city, coverFileId, address, latitude, longitude },
      ...{ phone, directions, advice },
    },
    feedback: given && { score: given.score, words: given.words, at: given.at },
    asksFeedback: state === 'attended' && given === null,
    ...(await earningsOf(place, session, now)),
    now,
  }
})
