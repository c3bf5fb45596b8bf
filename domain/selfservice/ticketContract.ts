import * as z from 'zod'
import { isUploadedPicture } from '../forum/images'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import {
  Count,
  Cursor,
  FileId,
  Id,
  Instant,
  line,
  NextCursor,
  Person,
  Pictured,
  text,
} from '../kernel/schema'
import { ticketActions, ticketStates } from './ticket'
import { ticketFieldKinds, ticketIcons } from './ticketCategory'
import { ticketLimits } from './ticketLimits'
import { FOLLOWERS_MAX } from './ticketTogether'
import { urgencies } from './ticketUrgency'

export const TicketFieldView = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(ticketFieldKinds),
  required: z.boolean(),
  options: z.array(z.string()),
})

export const TicketCategoryView = z.object({
  categoryId: z.string(),
  name: z.string(),
  icon: z.enum(ticketIcons),
  hint: z.string(),
  fields: z.array(TicketFieldView),
  targetHours: Count,
})

export const TicketCard = z.object({
  ticketId: z.string(),
  /** "F2611 2403 118": what people read to each other. */
  number: z.string(),
  category: z.string(),
  icon: z.enum(ticketIcons),
  /** The first line of what was written. */
  title: z.string(),
  site: z.string(),
  place: z.string(),
  state: z.enum(ticketStates),
  submittedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  requester: Person,
  urgency: z.enum(urgencies),
  /** How many colleagues have said that it is the same with them. */
  followers: Count,
  assignee: z.object({ employeeId: z.string(), name: z.string() }).nullable(),
  /** What a change of it must name. */
  version: Count,
})
export type TicketCardView = z.infer<typeof TicketCard>

export const TicketMessage = z.object({
  messageId: z.string(),
  /** `note` is a handlers' own: never sent to whoever wrote the ticket. */
  side: z.enum(['owner', 'handler', 'note']),
  by: Pictured,
  body: z.string(),
  images: z.array(z.object({ fileId: z.string(), checking: z.boolean() })),
  at: Instant,
})
export type TicketMessageView = z.infer<typeof TicketMessage>

export const TicketDetail = TicketCard.extend({
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  trail: z.array(
    z.object({
      action: z.enum([...ticketActions, 'escalate']),
      at: Instant,
      by: z.string(),
      note: z.string().nullable(),
    }),
  ),
  closesAt: Instant.nullable(),
  rating: z.object({ stars: Count, words: z.string(), at: Instant }).nullable(),
  /** What the caller may do now, from the table in `ticket.ts`. */
  actions: z.array(z.enum(ticketActions)),
  canTalk: z.boolean(),
  canRate: z.boolean(),
})

/** A colleague's ticket as those beside them see it: not whose it is, nor what was said. */
const Alike = z.object({
  ticketId: z.string(),
  categoryId: z.string(),
  place: z.string(),
  title: z.string(),
  state: z.enum(ticketStates),
  submittedAt: Instant,
  /** Whether the caller has said so. */
  joined: z.boolean(),
})

/** Nothing but what was uploaded: it is copied, and then removed. */
const Images = z
  .array(FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }))
  .max(ticketLimits.imagesMax)
const pictureErrors = ['FORUM_IMAGE_MISSING', 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'] as const

/** 行政支持, for whoever needs something. */
export const tickets = {
  /** What I have asked for, the newest first. */
  listTickets: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      tickets: z.array(TicketCard),
      /** Others' that are open and of which I have said that it is the same with me; with the first page alone. */
      followed: z.array(TicketCard),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** The form: what can be asked for at the caller's site. */
  openTicketForm: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      site: z.string(),
      /** With how many tickets of each wait at the caller's site or are worked on; a hundred at most are counted. */
      categories: z.array(
        TicketCategoryView.extend({
          ahead: Count,
          /** By when one of now would be due, by how pressing it is. */
          dueAt: z.record(z.enum(urgencies), Instant),
        }),
      ),
      /** Others' of the site that are open, of the kinds that are everybody's. */
      alike: z.array(Alike),
      /** Where the caller's last ticket was about. */
      place: z.string(),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 4, because: 'caller; categories, the last ticket and what is ahead at once' },
  }),
  submitTicket: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      categoryId: Id,
      place: line(2, 40),
      /** Empty where the answers say it. */
      body: text(0, ticketLimits.bodyMax),
      answers: z.record(z.string().regex(/^[a-z][a-zA-Z]{0,19}$/), z.string().max(60)),
      imageIds: Images,
      urgency: z.enum(urgencies).default('soon'),
    }),
    output: z.object({ ticketId: z.string(), number: z.string(), dueAt: Instant }),
    errors: [
      'SELFSERVICE_CATEGORY_MISSING',
      'SELFSERVICE_ANSWERS_WRONG',
      'SELFSERVICE_NOTHING_SAID',
      ...pictureErrors,
    ],
    budget: {
      requests: 26,
      because:
        'caller, receipt, category and who is there of its handlers; ticket, first words and result; each handler of the site is told',
    },
  }),
  /** Says of a colleague's open ticket that it is the same with me, or takes that back. */
  followTicket: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ ticketId: Id, following: z.boolean() }),
    output: z.object({ following: z.boolean() }),
    errors: ['SELFSERVICE_TICKET_MISSING', 'SELFSERVICE_TICKET_OVER', 'SELFSERVICE_FOLLOWERS_FULL'],
  }),
  /**
   * A ticket with what was said; whoever wrote it never gets the handlers' notes, and whoever has said that it is the
   * same with them sees how it stands alone.
   */
  openTicket: query({
    access: 'employee',
    input: z.strictObject({ ticketId: Id }),
    output: z.object({
      ticket: TicketDetail,
      messages: z.array(TicketMessage),
      /** Whether the caller reads as somebody who may work on it. */
      handling: z.boolean(),
      /** Whether the caller reads as somebody with whom it is the same. */
      following: z.boolean(),
      /** Who may be given it; only for handlers. */
      handlers: z.array(Person),
      now: Instant,
    }),
    errors: ['SELFSERVICE_TICKET_MISSING'],
    budget: { requests: 5, because: 'caller, ticket, words; for handlers the category and its people' },
  }),
  /** What has been said and done since; asked every few seconds while the ticket is open. */
  tailTicket: query({
    access: 'employee',
    input: z.strictObject({ ticketId: Id, since: Instant }),
    output: z.object({
      messages: z.array(TicketMessage),
      /** It has changed: to be opened anew by whoever knows another. */
      version: Count,
      now: Instant,
    }),
    errors: ['SELFSERVICE_TICKET_MISSING'],
  }),
  /** Words to the other side, or a note among handlers. The employee's answer ends the waiting for it. */
  sayOnTicket: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      ticketId: Id,
      body: text(0, ticketLimits.bodyMax),
      imageIds: Images,
      note: z.boolean().default(false),
    }),
    output: z.object({ message: TicketMessage, version: Count }),
    errors: [
      'SELFSERVICE_TICKET_MISSING',
      'SELFSERVICE_TICKET_OVER',
      'SELFSERVICE_TICKET_FULL',
      'SELFSERVICE_NOTHING_SAID',
      ...pictureErrors,
    ],
    budget: {
      requests: 12,
      because: 'caller, receipt and ticket; ticket, message, notice of before and now, result',
    },
  }),
  /** What the employee does with their own ticket. */
  moveOwnTicket: command({
    access: 'employee',
    input: z.strictObject({
      ticketId: Id,
      action: z.enum(['confirm', 'reopen', 'cancel']),
      /** Reopening says why. */
      note: text(0, limits.reasonMax).default(''),
    }),
    output: z.object({ state: z.enum(ticketStates), version: Count }),
    errors: [
      'SELFSERVICE_TICKET_MISSING',
      'SELFSERVICE_TICKET_REFUSED',
      'SELFSERVICE_REASON_NEEDED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 8 + FOLLOWERS_MAX, because: 'as a step; those who follow are told of an end' },
  }),
  rateTicket: command({
    access: 'employee',
    input: z.strictObject({
      ticketId: Id,
      stars: z.number().int().min(1).max(5),
      words: text(0, ticketLimits.ratingWordsMax).default(''),
    }),
    output: z.object({ rated: z.literal(true) }),
    errors: [
      'SELFSERVICE_TICKET_MISSING',
      'SELFSERVICE_RATING_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
}
