import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, FileId, Id, Instant, line, text } from '../kernel/schema'
import { CentreFilm, DayHours, On, Picture, Span, VisitKindView } from './centreViews'
import { centreLimits } from './centreWords'
import { holidayRules } from './slots'
import { kindsMax, promisesMax } from './visitKinds'

const hoursFields = {
  week: z.array(z.strictObject({ weekday: z.number().int().min(1).max(7), ...Span.shape })).max(21),
  onHolidays: z.enum(holidayRules),
  /** Weekend days that are worked in exchange go by Monday's hours. */
  followsExchange: z.boolean(),
  specialDays: z
    .array(z.strictObject({ on: On, spans: z.array(Span.strict()).max(3), why: line(1, 20) }))
    .max(40),
}

/** A kind of visit as the host writes it. */
const KindWords = z.strictObject({
  /** Absent: a new one. */
  kindId: Id.optional(),
  name: line(2, limits.nameMax),
  minutes: z.number().int().min(10).max(480),
  seats: z.number().int().min(1).max(500),
  partyMax: z.number().int().min(1).max(20),
  byCar: z.boolean().default(false),
  words: line(0, centreLimits.lineMax),
  vehicle: line(0, limits.nameMax),
  promises: z.array(line(1, centreLimits.lineMax)).max(promisesMax),
  pictureFileId: FileId,
})

const lines = z.array(line(1, centreLimits.lineMax)).max(centreLimits.linesMax)

/** What a centre's host writes of it: everything but its name, its city and its rules. */
export const centreForms = {
  /** What a host may change, as the form shows it. */
  openCentreForm: query({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id }),
    output: z.object({
      centre: z.object({
        centreId: z.string(),
        /** How often the form has been saved: what is saved next builds on it. */
        version: Count,
        name: z.string(),
        headline: z.string(),
        intro: z.string(),
        story: z.array(z.object({ title: z.string(), text: z.string() })),
        gallery: z.array(Picture),
        phone: z.string(),
        address: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        directions: z.array(z.string()),
        advice: z.array(z.string()),
        ...hoursFields,
        /** `booked`: seats of it that are taken from now on, so that whoever takes it away knows. */
        kinds: z.array(VisitKindView.extend({ booked: Count })),
        coverFileId: z.string(),
        film: CentreFilm.nullable(),
        /** How often the film has been saved, apart from the form. */
        filmVersion: Count,
      }),
      /** The next fourteen days as these hours make them. */
      days: z.array(DayHours),
      now: Instant,
    }),
    errors: ['BOOKING_CENTRE_MISSING'],
    budget: { requests: 4, because: 'caller and centre; closures and the sessions ahead at once' },
  }),
  /** Hours and kinds count for slots that nobody has booked yet; what is booked stands until a closure ends it. */
  editCentre: command({
    access: 'booking.centres.run',
    input: z.strictObject({
      centreId: Id,
      /** What the form was filled from: somebody else's change is not written over. */
      version: Count,
      headline: line(2, limits.titleMax),
      intro: text(2, limits.bodyMax),
      story: z
        .array(z.strictObject({ title: line(1, limits.nameMax), text: text(1, limits.reasonMax) }))
        .max(centreLimits.storyMax),
      /** Uploads become copies; what is there already stays. */
      coverFileId: FileId,
      gallery: z
        .array(z.strictObject({ fileId: FileId, caption: line(0, centreLimits.captionMax) }))
        .max(centreLimits.galleryMax),
      phone: z.string().regex(/^[\d-]{5,20}$/),
      address: line(2, centreLimits.addressMax),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      directions: lines,
      advice: lines,
      ...hoursFields,
      kinds: z.array(KindWords).min(1).max(kindsMax),
    }),
    output: z.object({
      saved: z.literal(true),
      version: Count,
      /** People who have booked times that the new hours and kinds do not have: their bookings stand. */
      outside: Count,
    }),
    errors: [
      'BOOKING_CENTRE_MISSING',
      'BOOKING_CENTRE_CHANGED',
      'BOOKING_KIND_MISSING',
      'BOOKING_KINDS_WRONG',
      'BOOKING_KIND_TOO_LONG',
      'BOOKING_HOURS_WRONG',
      'BOOKING_PICTURE_MISSING',
      'BOOKING_PICTURE_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 10,
      because:
        'caller, centre, sessions ahead; centre twice, the pictures that go, the hours so far and result; the pictures are gone',
    },
  }),
}
