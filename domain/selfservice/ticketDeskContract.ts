import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, EmployeeId, Id, Instant, line, NextCursor, Person, text } from '../kernel/schema'
import { ticketColumns, ticketStates } from './ticket'
import { ticketFieldKinds, ticketIcons } from './ticketCategory'
import { TicketCard } from './ticketContract'
import { ticketLimits } from './ticketLimits'
import { FOLLOWERS_MAX } from './ticketTogether'

const access = 'selfservice.tickets.handle'
const Known = z.strictObject({ ticketId: Id, version: Count })
const Group = z.object({ name: z.string(), counted: Count, overdue: Count })
const CategoryFigures = Group.extend({
  firstAnswerMs: z.number().nonnegative().nullable(),
  /** How many are open now, by `openAges`. */
  open: z.array(Count),
})
const Ratio = z.number().min(0).max(1)

const Field = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z]{0,19}$/),
  label: line(1, 12),
  kind: z.enum(ticketFieldKinds),
  required: z.boolean(),
  options: z.array(line(1, 20)).max(12),
})

const Desk = z.strictObject({
  site: line(1, 40),
  leadId: EmployeeId,
  handlerIds: z.array(EmployeeId).min(1).max(12),
})

const CategoryCore = {
  name: line(2, 10),
  icon: z.enum(ticketIcons),
  hint: line(2, 30),
  fields: z.array(Field).max(6),
  targetHours: z.number().int().min(1).max(260),
  desks: z.array(Desk).max(10),
  /** Whether colleagues of the site see that there is one, and may say that it is the same with them. */
  together: z.boolean().default(false),
}

/** 行政支持, for those who do the work. A grant for one site sees and changes that site's tickets alone. */
export const ticketDesk = {
  /** One column of the board, the longest overdue first. */
  openTicketBoard: query({
    access,
    input: z.strictObject({
      column: z.enum(ticketColumns),
      whose: z.enum(['all', 'mine', 'unassigned']).default('all'),
      site: line(1, 40).optional(),
      categoryId: Id.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      tickets: z.array(TicketCard),
      next: NextCursor,
      /** What is open, by column; up to 1,000. */
      counts: z.object({ incoming: Count, working: Count, asking: Count, overdue: Count, mine: Count }),
      /** The sites that the caller works for, and what may be asked for there. */
      sites: z.array(z.string()),
      categories: z.array(z.object({ categoryId: z.string(), name: z.string() })),
      /** To whom tickets may be given. */
      handlers: z.array(Person),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 5,
      because: 'caller, column, what is open for the counts, categories and their people',
    },
  }),
  /** Gives tickets to a handler, oneself among them. Those that somebody else has changed meanwhile stay as they are. */
  assignTickets: command({
    access,
    input: z.strictObject({
      tickets: z.array(Known).min(1).max(ticketLimits.batchMax),
      handlerId: EmployeeId,
    }),
    output: z.object({
      assigned: z.array(z.string()),
      /** Not given, and why. */
      skipped: z.array(z.object({ ticketId: z.string(), why: z.enum(['changed', 'refused', 'notTheirs']) })),
    }),
    errors: ['SELFSERVICE_HANDLER_MISSING'],
    budget: {
      requests: 110,
      because:
        'caller, receipt, handler and categories; each of up to 20 tickets twice, its notice and its audit',
    },
  }),
  /** What a handler does with a ticket; only whoever it was given to goes on with it. */
  workTicket: command({
    access,
    input: z.strictObject({
      ...Known.shape,
      action: z.enum(['start', 'ask', 'resume', 'resolve', 'decline']),
      /** What is said to the employee; asking, resolving and declining need it. */
      note: text(0, limits.reasonMax).default(''),
    }),
    output: z.object({ state: z.enum(ticketStates), version: Count }),
    errors: [
      'SELFSERVICE_TICKET_MISSING',
      'SELFSERVICE_TICKET_CHANGED',
      'SELFSERVICE_TICKET_REFUSED',
      'SELFSERVICE_TICKET_NOT_YOURS',
      'SELFSERVICE_REASON_NEEDED',
      'SELFSERVICE_TICKET_FULL',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 10 + FOLLOWERS_MAX,
      because: 'caller, receipt, ticket; ticket, words, notices, audit and result',
    },
  }),
  /** What the last thirty days say. */
  openTicketFigures: query({
    access,
    input: z.strictObject({ site: line(1, 40).optional() }),
    output: z.object({
      figures: z.object({
        counted: Count,
        firstAnswerMs: z.number().nonnegative().nullable(),
        answeredOff: Count,
        answeredOffMs: z.number().nonnegative().nullable(),
        resolutionMs: z.number().nonnegative().nullable(),
        overdueShare: Ratio.nullable(),
        rating: z.number().nullable(),
        ratings: Count,
      }),
      /** By the Mondays of their weeks, the earliest first. */
      byWeek: z.array(Group),
      /** The most first. */
      byCategory: z.array(CategoryFigures),
      byPerson: z.array(Group),
      /** More were submitted than are counted here. */
      more: z.boolean(),
      since: Instant,
      now: Instant,
    }),
    errors: [],
  }),
  /** Every category as its keeper sees it. */
  openTicketCategories: query({
    access,
    input: z.strictObject({}),
    output: z.object({
      categories: z.array(z.object({ categoryId: z.string(), ...CategoryCore, version: Count })),
      people: z.array(Person),
      /** Who may be named at the desk of the mall. */
      keepers: z.array(Person),
      /** Categories are the whole company's: only whoever is not limited to a site changes them. */
      canEdit: z.boolean(),
    }),
    errors: [],
    budget: { requests: 4, because: 'caller, categories, who holds the role and their names' },
  }),
  /** Changes what a category asks, how long it may take and who does it; tickets that are open keep their deadline. */
  saveTicketCategory: command({
    access,
    input: z.strictObject({ categoryId: Id, version: Count, ...CategoryCore }),
    output: z.object({ version: Count }),
    errors: [
      'SELFSERVICE_CATEGORY_NOT_YOURS',
      'SELFSERVICE_CATEGORY_MISSING',
      'SELFSERVICE_CATEGORY_CHANGED',
      'SELFSERVICE_HANDLER_MISSING',
    ],
  }),
}
