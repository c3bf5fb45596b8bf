import { booking } from '@domain/booking/contract'
import { type FacilityRules, unitsAfter } from '@domain/booking/facility'
import type { InputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { copyPicture } from '@platform/pictures'
import { keepingCopy } from '@platform/storage'
import type { FacilityDocument } from './facilityDocuments'
import { runsAll, unfitting } from './facilityReading'
import { facilities } from './store'

const DOOR_CODE_LENGTH = 16
/** What a new facility goes by until whoever runs it says otherwise. */
const absences = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
const rules: FacilityRules = { noticeMinutes: 15, horizonDays: 7, weekMax: 2, cancelMinutes: 120, deposit: 0 }

export const addFacility = handle(booking.addFacility, async (ctx, { coverFileId, venue, ...described }) => {
  refuse(!runsAll(ctx.employee), 'BOOKING_FACILITY_NOT_YOURS')
  const facilityId = `${venue ? 'venue' : 'gym'}-${ctx.newId('facility').toLowerCase()}`
  const kind = kindOf(facilityId, venue)
  const { name, place, site } = described
  await ctx.wechat.assertTextIsSafe(name, place, site, ...(venue ? [venue.advice, ...venue.units] : []))
  const picture = await copyPicture(coverFileId, unfitting)
  const facility: FacilityDocument = {
    _id: facilityId,
    ...described,
    ...kind,
    coverFileId: picture.fileId,
    absences,
    doorCode: ctx.newId('door').slice(-DOOR_CODE_LENGTH),
    openedOn: dayOf(ctx.now),
    order: ctx.now,
  }
  return keepingCopy(picture, () =>
    ctx.transaction(
      async tx => {
        await facilities.in(tx).insert(facility)
        return { facilityId }
      },
      () => ({
        subject: `${facilities.name}/${facilityId}`,
        before: null,
        after: { ...described, venue: venue ?? null },
      }),
    ),
  )
})

/** A gym has courses; a venue begins with its courts and no hours. */
function kindOf(facilityId: string, venue: InputOf<typeof booking.addFacility>['venue']) {
  if (venue === undefined) return { kind: 'gym' as const }
  const names = venue.units.map(name => ({ name }))
  const units = unitsAfter(facilityId, [], names)
  if (units === null) throw new Refusal('BOOKING_UNITS_WRONG', ['units'])
  const hours = { week: [], onHolidays: 'closed' as const, followsExchange: true, specialDays: [] }
  return { kind: 'venue' as const, ...venue, ...hours, units, rules }
}
