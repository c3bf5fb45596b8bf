import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { FileId, Id, line, Reason } from '../kernel/schema'
import { unitsMax, venueSorts } from './facility'

const Name = line(1, limits.nameMax)
const Advice = line(0, limits.titleMax)

const described = {
  name: Name,
  /** As the roster names it: 上海. */
  site: Name,
  place: line(2, limits.titleMax),
  /** A picture that was just uploaded; absent: as it was. */
  coverFileId: FileId.optional(),
}

const words = [
  'CONTENT_REJECTED',
  'CONTENT_CHECK_UNAVAILABLE',
  'BOOKING_PICTURE_MISSING',
  'BOOKING_PICTURE_UNFIT',
] as const

const gone = ['BOOKING_FACILITY_MISSING', 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'] as const

/** Both forms choose the city among those of the roster. */
export const rosterBudget = {
  requests: 30,
  because: 'caller, facility, courses; the roster, a thousand people each, once in ten minutes',
}

/** What there is to book: gyms and venues, courts and rooms. */
export const facilityPlaces = {
  /** What a form for a new one begins with: the cities of the roster, the largest first, and the caller's own. */
  openNewFacility: query({
    access: 'booking.facilities.run',
    input: z.strictObject({}),
    output: z.object({ sites: z.array(z.string()), site: z.string() }),
    errors: ['BOOKING_FACILITY_NOT_YOURS'],
    budget: rosterBudget,
  }),
  /** A gym, or with courts or rooms a venue. It has no hours until they are given: nobody can book it before. */
  addFacility: command({
    access: 'booking.facilities.run',
    input: z.strictObject({
      ...described,
      coverFileId: FileId,
      venue: z
        .strictObject({
          sort: z.enum(venueSorts),
          /** How long one booking is; it stays so. */
          slotMinutes: z.number().int().min(15).max(240),
          isPrivate: z.boolean(),
          advice: Advice,
          units: z.array(Name).min(1).max(unitsMax),
        })
        .optional(),
    }),
    output: z.object({ facilityId: z.string() }),
    errors: ['BOOKING_FACILITY_NOT_YOURS', 'BOOKING_UNITS_WRONG', ...words],
  }),
  /** Another name, address or picture; courts with other names, or new ones. What is booked keeps the old name. */
  describeFacility: command({
    access: 'booking.facilities.run',
    input: z.strictObject({
      facilityId: Id,
      ...described,
      /** Of a venue, and of nothing else; courts that are not named stay as they are. */
      venue: z
        .strictObject({
          advice: Advice,
          units: z.array(z.strictObject({ unitId: Id.optional(), name: Name })).max(unitsMax),
        })
        .optional(),
    }),
    output: z.object({ saved: z.literal(true) }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_UNITS_WRONG', ...words],
  }),
  /** Closes one court or room for good; its bookings are called off as by a closure. */
  retireUnit: command({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id, unitId: Id, reason: Reason }),
    output: z.object({ closureId: z.string() }),
    errors: ['BOOKING_UNIT_LAST', ...gone],
    budget: { requests: 7, because: 'caller, facility; facility twice, closure, result and audit' },
  }),
  /** Ends a course for good: it has no lessons any more, and those that are booked are called off as by a closure. */
  retireCourse: command({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id, courseId: Id, reason: Reason }),
    output: z.object({ closureId: z.string() }),
    errors: [...gone],
    budget: { requests: 7, because: 'caller, facility; course twice, closure, result and audit' },
  }),
}
