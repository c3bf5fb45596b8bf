import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, Id, Instant, line, NextCursor } from '../kernel/schema'
import { isDay } from '../kernel/time'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Day = z.string().refine(isDay, { message: 'a day' })

/** One of these is looked for in an index, the others among what it finds. */
export const AuditFilter = z.strictObject({
  by: z
    .string()
    .regex(/^(VC\d{6}|timer)$/)
    .optional(),
  /** A number or a name: what somebody did and what was done to them. */
  person: line(1, 40).optional(),
  /** A second one: records that speak of both. */
  other: line(1, 40).optional(),
  subject: line(1, 200).optional(),
  action: z
    .string()
    .regex(/^\w+\.\w+$/)
    .optional(),
  room: z
    .string()
    .regex(/^\w{1,30}$/)
    .optional(),
  on: Day.optional(),
})

export type AuditFilter = z.infer<typeof AuditFilter>

const AuditView = z.object({
  number: Count,
  at: Instant,
  by: z.string(),
  /** The name in the roster; null: nobody of it. */
  byName: z.string().nullable(),
  action: z.string(),
  room: z.string(),
  subject: z.string(),
  before: z.string(),
  after: z.string(),
  hash: z.string(),
})

export type AuditView = z.infer<typeof AuditView>

export const AuditPage = z.object({
  records: z.array(AuditView),
  /** What the people and associations are called that the records speak of. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
  next: NextCursor,
  now: Instant,
})

export const exportStates = ['running', 'ready', 'failed'] as const
export const exportSources = ['audit', 'decided'] as const

export const ExportView = z.object({
  exportId: z.string(),
  source: z.enum(exportSources),
  state: z.enum(exportStates),
  rows: Count,
  /** There were more rows than one file holds; those that are in it are the first. */
  cut: z.boolean(),
  /** 0 to 100. */
  percent: Count,
  /** Ends by itself; there once the file is ready. */
  url: z.string().nullable(),
  askedAt: Instant,
  expiresAt: Instant,
})

export type ExportView = z.infer<typeof ExportView>

export const auditProcedures = {
  /** 操作记录: what the back office has done, the newest first. */
  listAudit: query({
    access: 'access.audit.read',
    input: AuditFilter.extend({ after: Cursor.optional() }),
    output: AuditPage,
    errors: [],
    budget: {
      requests: 5,
      because: 'the caller, whoever is called like that, the records, the names of people and associations',
    },
  }),
  /** Follows the chain for some thousand records; `next` goes on from there. */
  checkAudit: query({
    access: 'access.audit.read',
    input: z.strictObject({ number: Count, hash: Hash }),
    output: z.object({
      /** As far as it holds. */
      head: z.object({ number: Count, hash: z.string() }),
      broken: z.object({ number: Count, why: z.enum(['missing', 'altered', 'moved']) }).nullable(),
      /** Whether all has been looked at. */
      done: z.boolean(),
    }),
    errors: [],
    budget: {
      requests: 7,
      because: 'five thousand records, a thousand each, and where the chain is known to end',
    },
  }),
  /** Asks for a file; it is made in the background, three for a person at once. The same wish while one runs is that one. */
  requestExport: command({
    access: 'access.inbox',
    input: z.strictObject({ source: z.enum(exportSources), filter: AuditFilter }),
    output: z.object({ exportId: z.string() }),
    errors: ['ACCESS_EXPORT_NOT_YOURS', 'ACCESS_EXPORT_BUSY'],
  }),
  /** How a file is coming on. Whoever waits for it lends a hand: each look makes one slice. */
  continueExport: command({
    access: 'access.inbox',
    input: z.strictObject({ exportId: Id }),
    output: ExportView,
    errors: ['ACCESS_EXPORT_MISSING', 'ACCESS_EXPORT_FAILED'],
    idempotency: 'natural',
    budget: {
      requests: 12,
      because: 'one slice: claimed, read, kept and handed back; at the end every part is read',
    },
  }),
}
