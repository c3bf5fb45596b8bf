import { isDeposited } from '@domain/booking/facility'
import { facilityNotices } from '@domain/booking/facilityWords'
import {
  closureNotices,
  momentLabel,
  placeNotices,
  spanLabel,
  whatAndWhen,
  whatOf,
} from '@domain/booking/wording'
import type { Instant } from '@domain/kernel/time'
import type { OfferAnswer } from '@domain/notice/offer'
import type { Transaction } from '@platform/transaction'
import { answerOffer, takeBack } from '../notice/public'
import type { PlaceDocument } from './store'

/** A visit has a page of its own, with the way there. */
const targetOf = ({ _id, kind }: PlaceDocument) => ({
  kind: kind === 'visit' ? ('visit' as const) : ('place' as const),
  id: _id,
})

/** Of what and when a notice tells. */
const about = (place: PlaceDocument) => ({ title: whatAndWhen(place) })

/** The same where the notice itself says when. */
const aboutWhat = (place: PlaceDocument) => ({ title: whatOf(place) })

/** Where a visit is that is called by what it is for. */
const sayCentre = ({ title, visit }: PlaceDocument) => (visit ? `在${title}。` : '')

/** The seat that is held, as its notice offers it. @param fee whole coins */
function heldFor({ _id }: PlaceDocument, expiresAt: Instant, fee: number) {
  return { placeId: _id, expiresAt, fee, answer: null }
}

/** Somebody's turn has come: to be answered before it is over. */
export function offerNotice(place: PlaceDocument, until: Instant, fee: number) {
  const text = placeNotices.offered(about(place), momentLabel(until, Date.now()), sayCentre(place))
  const offer = heldFor(place, until, fee)
  return { employeeId: place.employeeId, kind: 'todo' as const, ...text, target: targetOf(place), offer }
}

/** What became of a seat that was held, on the notice that told of it; inside the caller's transaction. At most one request. */
export async function closeOffer(
  tx: Transaction,
  before: Pick<PlaceDocument, 'state' | 'offerNoticeId'>,
  answer: OfferAnswer,
): Promise<void> {
  if (before.state === 'offered' && before.offerNoticeId !== undefined)
    await answerOffer(tx, before.offerNoticeId, answer)
}

/** The notice that tells of a held seat goes, where another one says what became of it; inside the caller's transaction. At most one request. */
export async function dropOffer(
  tx: Transaction,
  before: Pick<PlaceDocument, 'state' | 'offerNoticeId'>,
): Promise<void> {
  if (before.state === 'offered' && before.offerNoticeId !== undefined)
    await takeBack(tx, before.offerNoticeId)
}

/** An offer was not answered until then. It takes the offer's own notice's place: one fact is told once. */
export function expiryNotice(place: PlaceDocument, until: Instant) {
  const text = placeNotices.expired(about(place), momentLabel(until, 0))
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** No seat came free for somebody who waited. */
export function unseatedNotice(place: PlaceDocument) {
  const text = placeNotices.unseated(about(place))
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** Coming has earned coins. */
export function earnedNotice(place: PlaceDocument, amount: number) {
  const text = placeNotices.earned(about(place), amount)
  return { employeeId: place.employeeId, kind: 'coin' as const, ...text, target: targetOf(place) }
}

/** Nobody saw the person there. */
export function missedNotice(place: PlaceDocument) {
  const text = placeNotices.missed(about(place))
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** The person says that they were there, and whoever runs it does not. */
export function dismissedNotice(place: PlaceDocument, because: string) {
  const text = placeNotices.dismissed(about(place), because)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** It is at another time or place than it was when the person joined. */
export function movedNotice(place: PlaceDocument) {
  const text = placeNotices.moved(aboutWhat(place), spanLabel(place.startsAt, place.endsAt), place.venue)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** It does not take place. @param refunded whole coins */
export function calledOffNotice(place: PlaceDocument, because: string, refunded: number) {
  const words = isDeposited(place) ? facilityNotices : placeNotices
  const text = words.calledOff(about(place), because, refunded)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** The person may not be there any more. @param refunded whole coins */
export function endedNotice(place: PlaceDocument, because: string, refunded: number) {
  const say = place.state === 'waiting' ? placeNotices.notWaiting : placeNotices.ended
  const text = say(about(place), because, refunded)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** It begins soon. */
export function reminderNotice(place: PlaceDocument, now: Instant) {
  const text = placeNotices.soon(aboutWhat(place), place.startsAt, place.venue, now)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}

/** A closure took the seat, and another one is held for the person. */
export function rehousedNotice(place: PlaceDocument, because: string, until: Instant) {
  const when = spanLabel(place.startsAt, place.endsAt)
  const text = closureNotices.moved(about(place), because, when, momentLabel(until, Date.now()))
  const offer = heldFor(place, until, 0)
  return { employeeId: place.employeeId, kind: 'todo' as const, ...text, target: targetOf(place), offer }
}

/** A closure took the seat, and there was no other; or the queue that the person stood in. */
export function closedNotice(place: PlaceDocument, because: string) {
  const say = place.state === 'waiting' ? closureNotices.notWaiting : closureNotices.calledOff
  return {
    employeeId: place.employeeId,
    kind: 'union' as const,
    ...say(about(place), because),
    target: targetOf(place),
  }
}
