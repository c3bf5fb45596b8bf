import { z } from 'zod'
import { placeActions, placeStates } from '../booking/place'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, Instant, line, NextCursor, Person, text } from '../kernel/schema'

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
  title: z.string(),
  coverFileId: z.string(),
  venue: Venue,
  startsAt: Instant,
  endsAt: Instant,
  capacity: Count,
  taken: Count,
  fee: Count,
  membersOnly: z.boolean(),
  state: z.enum(['open', 'calledOff', 'closed']),
  joinUntil: Instant,
})

export type EventCardView = z.infer<typeof EventCard>

const eventFields = {
  title: line(2, limits.titleMax),
  body: text(1, limits.bodyMax),
  coverFileId: z.string().max(200),
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

/** Events of associations: what `union` offers around them; seats and places are the booking room's. */
export const events = {
  createEvent: command({
    access: 'union.events.manage',
    input: z.strictObject({ associationId: Id, ...eventFields }),
    output: z.object({ eventId: z.string() }),
    errors: [
      'UNION_ASSOCIATION_MISSING',
      'UNION_EVENT_TIMES_WRONG',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
  listEvents: query({
    access: 'employee',
    input: z.strictObject({ associationId: Id.optional(), after: Cursor.optional() }),
    output: z.object({ events: z.array(EventCard), next: NextCursor, now: Instant }),
    errors: [],
  }),
  openEvent: query({
    access: 'employee',
    input: z.strictObject({ eventId: Id }),
    output: z.object({
      event: EventCard.extend({
        body: z.string(),
        partyMax: Count,
        cancelUntil: Instant,
        questions: z.array(EventQuestion),
        host: Person,
        hosting: z.boolean(),
      }),
      /** Some of those who come, for faces. */
      people: z.array(Person),
      waiting: Count,
      mine: MyPlace.nullable(),
      now: Instant,
    }),
    errors: ['UNION_EVENT_MISSING'],
    budget: {
      requests: 7,
      because:
        'caller, event; session, own place, faces and how many wait at once; the own rank if one waits',
    },
  }),
  joinEvent: command({
    access: 'employee',
    input: z.strictObject({
      eventId: Id,
      party: z.number().int().min(1).max(5).default(1),
      guests: z.array(line(1, limits.nameMax)).max(4).default([]),
      answers: z
        .array(z.strictObject({ questionId: Id, answer: line(1, 100) }))
        .max(5)
        .default([]),
    }),
    output: z.object({
      placeId: z.string(),
      state: z.enum(['confirmed', 'waiting']),
      balance: Count.nullable(),
    }),
    errors: [
      'UNION_EVENT_MISSING',
      'UNION_MEMBERS_ONLY',
      'UNION_ANSWER_INVALID',
      'BOOKING_SESSION_MISSING',
      'BOOKING_CLOSED',
      'BOOKING_PARTY_TOO_LARGE',
      'BOOKING_ALREADY_IN',
      'COIN_NOT_ENOUGH',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 20,
      because:
        'caller, receipt, event, membership; session, own place, queue and seat, seen once more when the seats run out; place twice, account twice, entry and result; whoever queues looks once more for a seat that came free',
    },
  }),
}
