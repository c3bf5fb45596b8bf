import * as z from 'zod'
import { tellings } from '../booking/checkIn'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, line, NextCursor, Person } from '../kernel/schema'

/** What those do who come to an event. */
export const coming = {
  /** Everybody who comes; once it is over, who was let in. In the order of their signing up. */
  listComing: query({
    access: 'employee',
    input: z.strictObject({ eventId: Id, after: Cursor.optional() }),
    output: z.object({ people: z.array(Person), next: NextCursor }),
    errors: ['UNION_EVENT_MISSING'],
    budget: { requests: 5, because: 'caller, event; session and places at once; who of them has left' },
  }),
  /** Somebody with a seat tells the president that they cannot come after all, or that they were there. */
  tellHost: command({
    access: 'employee',
    input: z.strictObject({ eventId: Id }),
    output: z.object({ told: z.enum(tellings) }),
    errors: ['UNION_EVENT_MISSING', 'BOOKING_PLACE_MISSING', 'BOOKING_TOLD', 'BOOKING_TRANSITION_REFUSED'],
    budget: {
      requests: 11,
      because:
        'caller, receipt, event; association and session, the president and whoever does their work; place twice, a notice to each of them and result',
    },
  }),
  joinEvent: command({
    access: 'employee',
    idempotency: 'reception',
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
      'BOOKING_GUESTS_WRONG',
      'BOOKING_ALREADY_IN',
      'BOOKING_FULL',
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
