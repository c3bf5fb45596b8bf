import { booking } from '@domain/booking/contract'
import { isDeposited } from '@domain/booking/facility'
import type { Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import type { FacilityDocument } from './facilityDocuments'
import {
  facilityName,
  isPrivate,
  missedIn,
  runFacility,
  standingView,
  standingWith,
  subjectsOf,
} from './facilityReading'
import { absenceView } from './facilityViews'
import { isOpenAppeal } from './openFacilityDesk'
import type { PlaceDocument } from './store'

export const listAbsences = handle(booking.listAbsences, async ({ employee, now }, { facilityId }) => {
  const facility = await runFacility(employee, facilityId)
  const ids = isPrivate(facility) ? [] : (await subjectsOf(facility)).map(({ subjectId }) => subjectId)
  const missed = (await missedIn(ids, now)).filter(isDeposited)
  const people = [...new Set(missed.map(({ employeeId }) => employeeId))].map(employeeId =>
    missed.filter(place => place.employeeId === employeeId),
  )
  return {
    facility: facilityName(facility),
    people: people.sort(asksFirst).flatMap(own => personOf(facility, own, now)),
    now,
  }
})

const latest = (own: readonly PlaceDocument[]) => Math.max(...own.map(({ endsAt }) => endsAt))

/** Whoever asks, then whoever missed something last. */
function asksFirst(a: readonly PlaceDocument[], b: readonly PlaceDocument[]): number {
  return Number(b.some(isOpenAppeal)) - Number(a.some(isOpenAppeal)) || latest(b) - latest(a)
}

function personOf(facility: FacilityDocument, own: readonly PlaceDocument[], now: Instant) {
  const [first] = own
  if (!first) return []
  const standing = standingWith(facility, own, now)
  const absences = [...own].sort((a, b) => b.startsAt - a.startsAt).map(place => absenceView(place, standing))
  return [{ person: first.person, standing: standingView(facility, standing), absences }]
}
