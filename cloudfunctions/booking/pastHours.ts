import { isDeepStrictEqual } from 'node:util'
import type { Timetable } from '@domain/booking/slots'
import { kindsOf } from '@domain/booking/visitKinds'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { type CentreDocument, hours } from './store'

/** As many as one read can return. */
const HOURS_MAX = 1_000

/** What the times of a centre are made of, and how many find room in each. */
function offerOf(centre: CentreDocument) {
  const { week, onHolidays, followsExchange, specialDays, slotMinutes } = centre
  const timetable: Timetable = { week, onHolidays, followsExchange, specialDays, slotMinutes }
  return { ...timetable, kinds: kindsOf(centre) }
}

/** The same without what changes no time: a name, a picture. */
function timesOf(centre: CentreDocument) {
  const { kinds, slotMinutes: _slotMinutes, ...timetable } = offerOf(centre)
  return { ...timetable, kinds: kinds.map(({ kindId, minutes, seats }) => ({ kindId, minutes, seats })) }
}

/**
 * Keeps what a centre has offered so far where that changes, inside the caller's transaction: the figures of the days
 * before go by it. One request, none where the times stay the same.
 */
export async function keepHours(
  tx: Transaction,
  before: CentreDocument,
  after: CentreDocument,
  now: Instant,
): Promise<void> {
  if (isDeepStrictEqual(timesOf(before), timesOf(after))) return
  const _id = `${before._id}:${before.version ?? 0}`
  await hours.in(tx).insert({ _id, centreId: before._id, untilAt: now, ...offerOf(before) })
}

/** A centre as it was, from when and until when. */
export interface Era {
  centre: CentreDocument
  fromAt: Instant
  untilAt: Instant
}

/** A centre as it was in the course of a time, the earliest first. One request. */
export async function erasOf(
  centre: CentreDocument,
  { fromAt, untilAt }: { fromAt: Instant; untilAt: Instant },
): Promise<Era[]> {
  const kept = await hours.find({
    where: { centreId: centre._id, untilAt: _.gt(fromAt) },
    orderBy: [['untilAt', 'asc']],
    limit: HOURS_MAX,
  })
  const was = kept.map(({ _id, centreId: _centreId, untilAt, ...offer }) => ({
    centre: { ...centre, ...offer },
    untilAt,
  }))
  const eras = [...was, { centre, untilAt }]
  return eras.map((era, index) => ({
    centre: era.centre,
    fromAt: index === 0 ? fromAt : (eras[index - 1]?.untilAt ?? fromAt),
    untilAt: Math.min(era.untilAt, untilAt),
  }))
}
