import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Id, Instant } from '../kernel/schema'
import { isDay } from '../kernel/time'
import { EVENTS_MAX, eventKinds } from './events'

const Week = z.string().regex(/^\d{4}-W\d{2}$/)
const Day = z.string().refine(isDay, { message: 'a day' })
const Event = z.strictObject({
  kind: z.enum(eventKinds),
  what: z.string().regex(/^[a-zA-Z]{1,40}[/.][a-zA-Z]{1,40}$/),
  number: z.number().int().min(0).max(100_000),
  secondsAgo: z.number().int().nonnegative(),
})

export const tileUnits = ['count', 'share', 'coins', 'hours'] as const

const Tile = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(tileUnits),
  /** Null: nothing to take it of. A share is 0 to 1. */
  value: z.number().nullable(),
  /** Beside the span before: a part of it (0.061) or, for shares, points; null where there is nothing to compare. */
  change: z.number().nullable(),
  /** What it was in the span before, where there is a change; absent in reports of an older kind. */
  was: z.number().nullable().optional(),
  /** Which days the change is of, or why there is none. */
  compared: z.string(),
  /** What the number is made of, in a line under it. */
  note: z.string(),
  definition: z.string(),
  window: z.string(),
  denominator: z.string(),
  /** What it is the sum of, with signs; absent: it is no sum. */
  parts: z.array(z.object({ name: z.string(), value: z.number() })).optional(),
})
export type TileView = z.infer<typeof Tile>

const Hours = z.object({ fromMinute: Count, toMinute: Count })
const Named = z.object({ name: z.string(), count: z.number() })
const Shared = z.object({ name: z.string(), of: Count, people: Count })

const MonthRow = z.object({
  month: z.string(),
  visits: Count,
  visitors: Count,
  posts: Count,
  days: Count,
  /** The last day that is counted. */
  lastOn: z.string(),
  /** How many days the calendar gives it. */
  daysInAll: Count,
  /** What the day that is not over has brought of it; null: it is none of its days. */
  running: z.object({ visits: Count, posts: Count }).nullable(),
  retained: z.object({ of: Count, people: Count }),
})
export type MonthRowView = z.infer<typeof MonthRow>

/** Far more than ever write the rules. */
export const PROPOSAL_KEEPERS_MAX = 20

const spanKinds = ['today', 'week', 'month', 'range', 'all'] as const

const Dashboard = z.object({
  kind: z.enum(spanKinds),
  from: z.string(),
  to: z.string(),
  title: z.string(),
  /** Which days the changes are of, or why there are none; and those before by themselves, null where there are none. */
  comparison: z.object({ words: z.string(), before: z.string().nullable() }),
  tiles: z.array(Tile),
  /** Visits a day by half hours; `before`: in the weeks before the first Happy Hour, null where there was none. */
  curve: z.object({
    average: z.array(z.number()),
    before: z.array(z.number()).nullable(),
    happyHours: z.array(Hours),
    busiest: z.array(Count),
  }),
  /** Visits an hour by weekday, Monday first. */
  rhythm: z.array(z.array(z.number())),
  months: z.array(MonthRow),
  retention: z.array(Shared),
  cohorts: z.array(z.object({ month: z.string(), later: z.array(Shared) })),
  funnel: z.array(Named),
  lifecycle: z.array(Named),
  topics: z.array(Named),
  associations: z.array(Named),
  goods: z.array(Named),
  /** What can be looked at by itself. */
  departments: z.array(z.string()),
  department: z.string().nullable(),
  rolledAt: Instant,
})
export type DashboardView = z.infer<typeof Dashboard>

const Measured = z.object({
  fromMinute: Count,
  toMinute: Count,
  /** The first whole day on which it ran, which it is measured since; null: it ran from the start. */
  since: z.string().nullable(),
  verdict: z.enum(['more', 'less', 'cannotTell']),
  because: z.enum(['interval', 'fewWeeks', 'fewVisits']).nullable(),
  uplift: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  weeksBefore: Count,
  weeksAfter: Count,
  moved: z.number().nullable(),
  /** Why its window is not among the proposals, and how many times the usual half hour its own had; null: it is. */
  unproposed: z
    .object({ because: z.enum(['quiet', 'near', 'short', 'long', 'unsteady']), times: z.number() })
    .nullable(),
})
export type MeasuredView = z.infer<typeof Measured>

const Proposal = z.object({
  fromMinute: Count,
  toMinute: Count,
  visitsADay: z.number(),
  times: z.number(),
  sureness: z.number(),
  /** Whether a Happy Hour runs there already. */
  running: z.boolean(),
})
export type ProposalView = z.infer<typeof Proposal>

const Adviser = z.object({
  /** The days whose curve was looked at; null: there are none. */
  looked: z.object({ from: z.string(), to: z.string() }).nullable(),
  curve: z.array(z.number()),
  proposals: z.array(Proposal),
  because: z.enum(['fewDays', 'fewVisits', 'noPeak']).nullable(),
  /** Since when Happy Hour runs; null: it never began, or ran from the start. */
  since: z.string().nullable(),
  running: z.array(Measured),
})
export type AdviserView = z.infer<typeof Adviser>

const Report = z.object({
  week: z.string(),
  from: z.string(),
  to: z.string(),
  tiles: z.array(Tile),
  topics: z.array(Named),
  /** Where the spreadsheet can be fetched for a while; null where it is not stored. */
  file: z.string().nullable(),
  subscribed: z.boolean(),
  /** The weeks that there are, the latest first. */
  weeks: z.array(z.string()),
})
export type ReportView = z.infer<typeof Report>

const Asked = z.strictObject({
  span: z.enum(spanKinds).default('month'),
  /** The day that the span ends with, or any day of the month; today when absent. */
  on: Day.optional(),
  /** Only for a range: its first day. */
  from: Day.optional(),
  department: z.string().min(1).max(60).optional(),
})
export type DashboardAsked = z.infer<typeof Asked>

export const stats = {
  /**
   * A batch of what happened on one visit; its requestId makes it count once. Events that are told more than 48 hours late
   * are left out.
   */
  record: command({
    access: 'employee',
    input: z.strictObject({
      visitId: z.string().regex(/^[\w-]{8,64}$/),
      events: z.array(Event).max(EVENTS_MAX),
      /** Which posts were read on it, for the posts' own counts of readers; no event says which. */
      posts: z.array(Id).max(EVENTS_MAX).default([]),
    }),
    output: z.object({ kept: z.boolean() }),
    errors: [],
    idempotency: 'natural',
  }),

  /** Everything that the page of figures shows, out of roll-ups alone. */
  openDashboard: query({
    access: 'stats.read',
    input: Asked,
    output: Dashboard,
    errors: ['STATS_NOTHING_YET', 'STATS_RANGE_WRONG', 'STATS_GROUP_TOO_SMALL'],
  }),

  /** The same as a workbook: each figure with what it counts, the days, the curve, the week and the months. */
  exportDashboard: command({
    access: 'stats.read',
    input: Asked,
    output: z.object({ url: z.string() }),
    errors: ['STATS_NOTHING_YET', 'STATS_RANGE_WRONG', 'STATS_GROUP_TOO_SMALL', 'STATS_EXPORT_FAILED'],
  }),

  /** When a Happy Hour would be worth it, and what the running ones have brought. */
  openAdviser: query({
    access: 'stats.read',
    input: z.strictObject({}),
    output: Adviser,
    errors: ['STATS_NOTHING_YET'],
  }),

  /** Sends a window that the adviser proposes to the inbox of whoever writes the rules; answers by name to whom. */
  sendProposal: command({
    access: 'stats.read',
    input: z.strictObject({ fromMinute: Count, toMinute: Count }),
    output: z.object({ told: z.array(z.string()) }),
    errors: ['STATS_NOTHING_YET', 'STATS_NOT_PROPOSED', 'STATS_NO_KEEPER'],
    budget: {
      requests: 8 + PROPOSAL_KEEPERS_MAX,
      because:
        'caller, versions and days of the adviser, keepers and result; who was told of it, and a notice to each other',
    },
  }),

  /** The report of a week, the latest one when none is named. */
  openReport: query({
    access: 'stats.read',
    input: z.strictObject({
      week: Week.optional(),
    }),
    output: Report,
    errors: ['STATS_NO_REPORT'],
  }),

  /** The report of a week as a workbook, for one whose file is not there. */
  exportReport: command({
    access: 'stats.read',
    input: z.strictObject({ week: Week }),
    output: z.object({ url: z.string() }),
    errors: ['STATS_NO_REPORT', 'STATS_EXPORT_FAILED'],
  }),

  /** Whether the weekly report comes into one's inbox. */
  subscribe: command({
    access: 'stats.read',
    input: z.strictObject({ subscribed: z.boolean() }),
    output: z.object({ subscribed: z.boolean() }),
    errors: [],
    idempotency: 'natural',
  }),
}
