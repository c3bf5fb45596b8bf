import { booking } from '@domain/booking/contract'
import { unitsAfter } from '@domain/booking/facility'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { copyPicture } from '@platform/pictures'
import { keepingCopy } from '@platform/storage'
import type { FacilityDocument } from './facilityDocuments'
import { isVenue, runFacility, unfitting } from './facilityReading'
import { facilities } from './store'

export const describeFacility = handle(
  booking.describeFacility,
  async (ctx, { facilityId, coverFileId, venue, ...described }) => {
    const facility = await runFacility(ctx.employee, facilityId)
    refuse(isVenue(facility) !== (venue !== undefined), 'BOOKING_UNITS_WRONG', ['venue'])
    const { name, place, site } = described
    const told = venue ? [venue.advice, ...venue.units.map(unit => unit.name)] : []
    await ctx.wechat.assertTextIsSafe(name, place, site, ...told)
    const picture = coverFileId === undefined ? undefined : await copyPicture(coverFileId, unfitting)
    let before: object | null = null
    return keepingCopy(picture, () =>
      ctx.transaction(
        async tx => {
          const current = await facilities.in(tx).require(facilityId, 'BOOKING_FACILITY_MISSING')
          before = wordsOf(current)
          const after = { ...current, ...described, ...(picture ? { coverFileId: picture.fileId } : {}) }
          if (isVenue(after) && venue) {
            const units = unitsAfter(facilityId, after.units, venue.units)
            if (units === null) throw new Refusal('BOOKING_UNITS_WRONG', ['units'])
            await facilities.in(tx).put({ ...after, advice: venue.advice, units })
          } else await facilities.in(tx).put(after)
          return { saved: true as const }
        },
        () => ({
          subject: `${facilities.name}/${facilityId}`,
          before,
          after: { ...described, coverFileId: picture?.fileId ?? facility.coverFileId, ...venue },
        }),
      ),
    )
  },
)

function wordsOf(facility: FacilityDocument) {
  const { name, site, place, coverFileId } = facility
  const venue = isVenue(facility) ? { advice: facility.advice, units: facility.units } : {}
  return { name, site, place, coverFileId, ...venue }
}
