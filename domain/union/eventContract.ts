import * as z from 'zod'
import { approvalStates } from '../approval/flow'
import { placeActions, placeStates } from '../booking/place'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { BlockShown, RichText } from '../kernel/richTextSchema'
import { Count, Cursor, Id, Instant, line, NextCursor, Person, Reason } from '../kernel/schema'
import { categories } from './categories'
import { NodeView } from './foundingContract'
import { Afterwards } from './recapContract'

/** Where an event is: what people read, and the point on the map where one is known. */
export const Venue = z.object({
  name: line(2, 40),
  address: line(0, limits.addressMax).default(''),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
})

/** A question of the sign-up form; without options it is answered in words. */
export const EventQuestion = z.object({
  questionId: Id,
  title: line(2, 40),
  options: z.array(line(1, 20)).max(8).default([]),
})

/** The lines of an event that the union agrees to, as its host wishes to have them. */
export const EventChange = z.object({
  venue: Venue,
  startsAt: Instant,
  endsAt: Instant,
  joinUntil: Instant,
  cancelUntil: Instant,
  capacity: Count,
  partyMax: Count,
})

/** My part in an event. */
export const MyPlace = z.object({
  placeId: z.string(),
  state: z.enum(placeStates),
  /** Where I stand in the queue, the first is 1; null when I don't wait. */
  rank: Count.nullable(),
  offerExpiresAt: Instant.nullable(),
  actions: z.array(z.enum(placeActions)),
})

export const EventCard = z.object({
  eventId: z.string(),
  associationId: z.string(),
  associationName: z.string(),
  /** Of the association: an event without a picture shows a drawn one of its kind. */
  category: z.enum(categories),
  title: z.string(),
  /** Empty where its association has no picture either. */
  coverFileId: z.string(),
  venue: Venue,
  startsAt: Instant,
  endsAt: Instant,
  capacity: Count,
  taken: Count,
  fee: Count,
  membersOnly: z.boolean(),
  /** `proposed`: the union has still to agree, and only its host and the union see it. */
  state: z.enum(['proposed', 'open', 'calledOff', 'closed']),
  joinUntil: Instant,
  /** Its host has told how it was. */
  told: z.boolean(),
})

export type EventCardView = z.infer<typeof EventCard>

const eventFields = {
  title: line(2, limits.titleMax),
  /** Its pictures are uploads, which are copied, or those that it has already. */
  body: RichText,
  /** A picture of the association's wall that has passed the check; absent: the one it has, at first the association's; null: the association's. */
  coverPhotoId: Id.nullable().optional(),
  venue: Venue.strict(),
  startsAt: Instant,
  endsAt: Instant,
  joinUntil: Instant,
  cancelUntil: Instant,
  capacity: z.number().int().min(1).max(2_000),
  partyMax: z.number().int().min(1).max(5).default(1),
  fee: z.number().int().min(0).max(500).default(0),
  membersOnly: z.boolean().default(false),
  questions: z.array(EventQuestion.strict()).max(5).default([]),
}

const MonthOn = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

const EventAtHome = EventCard.extend({
  /** Where the association is at home. */
  site: z.string(),
})

const wishFields = {
  /** Of associations at this site, of this kind, or that the caller belongs to or presides over. */
  site: z.string().max(20).optional(),
  category: z.enum(categories).optional(),
  mine: z.boolean().optional(),
  /** Those that somebody could still get a seat in. */
  free: z.boolean().optional(),
}

/** Events of associations: what `union` offers around them; seats and places are the booking room's. */
export const events = {
  createEvent: command({
    access: 'union.events.manage',
    publishes: true,
    input: z.strictObject({ associationId: Id, ...eventFields }),
    output: z.object({ eventId: z.string(), state: z.enum(['proposed', 'open']) }),
    errors: [
      'UNION_ASSOCIATION_MISSING',
      'UNION_EVENT_TIMES_WRONG',
      'UNION_PHOTO_MISSING',
      'FORUM_IMAGE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 9 + 20 + limits.postImagesMax,
      because:
        'caller, association, cover, who has to agree and who does their work; event, session, each picture, a notice to each of them (at most ten, and their deputies) and result',
    },
  }),
  /**
   * What people hold stays theirs: it may have more seats, never fewer than are taken. What the union has agreed to and
   * has to agree to again stays as it is until it does; see `changeRules`.
   */
  editEvent: command({
    access: 'union.events.manage',
    publishes: true,
    input: z.strictObject({
      eventId: Id,
      /** Of the event that the host has read: what was changed since is not written over unseen. */
      version: Count,
      ...eventFields,
    }),
    output: z.object({
      eventId: z.string(),
      /** Whether the union was asked again, so that what it agrees to is still as it was. */
      asked: z.boolean(),
    }),
    errors: [
      'UNION_EVENT_MISSING',
      'UNION_EVENT_OVER',
      'UNION_EVENT_CHANGED',
      'UNION_EVENT_TIMES_WRONG',
      'UNION_EVENT_SEATS_TAKEN',
      'UNION_EVENT_FEE_FIXED',
      'UNION_PHOTO_MISSING',
      'FORUM_IMAGE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 16 + 20 + 2 * limits.postImagesMax,
      because:
        'caller, result, event and session; the event, the cover and the session twice, each picture that comes or goes, those that go and the result; where the union is asked again, the association, who decides and who does their work, and a notice to each of them; what waited before is settled',
    },
  }),
  callOffEvent: command({
    access: 'union.events.manage',
    // The places are called off before its transaction.
    idempotency: 'reception',
    input: z.strictObject({ eventId: Id, reason: Reason }),
    output: z.object({ state: z.literal('calledOff') }),
    errors: ['UNION_EVENT_MISSING', 'UNION_EVENT_OVER', 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'],
    budget: { requests: 8, because: 'caller, reception, event; the session, the event twice and the result' },
  }),
  /** The union's yes or no to an event that costs coins or is a large one, or to a change of one. */
  decideEvent: command({
    access: 'union.events.decide',
    input: z.strictObject({
      eventId: Id,
      /** Of the event that was looked at: what was changed since is not agreed to unseen. */
      version: Count,
      verdict: z.enum(['approve', 'refuse']),
      /** Needed for a refusal. */
      reason: Reason.optional(),
    }),
    output: z.object({ state: z.enum(approvalStates) }),
    errors: [
      'UNION_EVENT_MISSING',
      'UNION_EVENT_CHANGED',
      'UNION_EVENT_OVER',
      'UNION_EVENT_SEATS_TAKEN',
      'UNION_NOT_YOUR_TURN',
      'UNION_REASON_NEEDED',
    ],
    budget: {
      requests: 8,
      because: 'caller, receipt; event and session twice, notice to the host and result',
    },
  }),
  listEvents: query({
    access: 'employee',
    input: z.strictObject({
      associationId: Id.optional(),
      /** Those that have been, the last first, instead of those to come. */
      past: z.boolean().optional(),
      ...wishFields,
      after: Cursor.optional(),
    }),
    output: z.object({
      events: z.array(EventAtHome),
      /** The sites that have an association. */
      sites: z.array(z.string()),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 5,
      because:
        'caller, events and own memberships; what is left of the events’ seats; the sites, once in some minutes',
    },
  }),
  /** All of a month, those that have been included, for a calendar; those that were called off are left out. */
  openEventMonth: query({
    access: 'employee',
    input: z.strictObject({ month: MonthOn, ...wishFields }),
    output: z.object({
      month: z.string(),
      events: z.array(EventAtHome),
      /** False: the month has more than one reading takes, and its last ones are missing. */
      complete: z.boolean(),
      /** The sites that have an association. */
      sites: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 5,
      because:
        'caller, events and own memberships; what is left of the events’ seats; the sites, once in some minutes',
    },
  }),
  /** The next ones that take people and whose title, association or venue has these words; all for none. */
  findEvents: query({
    access: 'employee',
    input: z.strictObject({ text: line(0, limits.nameMax).default('') }),
    output: z.object({ events: z.array(EventCard), now: Instant }),
    errors: [],
  }),
  openEvent: query({
    access: 'employee',
    input: z.strictObject({ eventId: Id }),
    output: z.object({
      event: EventCard.extend({
        body: z.array(BlockShown),
        partyMax: Count,
        cancelUntil: Instant,
        questions: z.array(EventQuestion),
        host: Person,
        hosting: z.boolean(),
        calledOffBecause: z.string().nullable(),
        /** Whether the caller has to agree to it now. */
        deciding: z.boolean(),
        /** Goes up with each change. */
        version: Count,
        /** What waits for the union's yes, for its host and the union; null: nothing, or not for the caller. */
        change: EventChange.nullable(),
      }),
      /** How the union came to agree or not, for its host and the union; null where nobody had to. */
      approval: z
        .object({
          state: z.enum(approvalStates),
          proposedAt: Instant,
          nodes: z.array(NodeView),
          /** Who has still to decide where it stands. */
          waitsFor: z.array(z.object({ employeeId: z.string(), name: z.string() })),
        })
        .nullable(),
      /** Whether it is for members and the caller is none. */
      needsMembership: z.boolean(),
      /** Some of those who come, for faces; once it is over, of those who were let in. */
      people: z.array(Person),
      /** How many they are in all, without whom they bring along. */
      coming: Count,
      /** Whole coins that coming earns before any multiplier; 0: nothing. */
      earns: Count,
      waiting: Count,
      mine: MyPlace.nullable(),
      /** How it was; null before it begins. */
      afterwards: Afterwards.nullable(),
      /** For its host: the cover that it can have instead of its own; null for everybody else. */
      associationCoverFileId: z.string().nullable(),
      now: Instant,
    }),
    errors: ['UNION_EVENT_MISSING'],
    budget: {
      requests: 15,
      because:
        'caller, event; session, own place, faces and how many come, came and wait at once; the rules of coins, once a minute; the own rank if one waits, the membership if it needs one, what was said of the pictures in its words if it has some, its photos once it has begun, and for those who host or decide who has still to agree; for the host the association',
    },
  }),
}
