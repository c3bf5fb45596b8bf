import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, FileId, Id, Instant, line, NextCursor, Reason } from '../kernel/schema'
import { claimProblems } from './claimFile'
import { claimStates } from './reimbursement'
import { isTaxNumber } from './taxNumber'

const access = 'selfservice.invoices.manage'

const Title = {
  name: line(4, 50),
  /** GB 32100-2015 with its check character. */
  taxNumber: z.string().trim().toUpperCase().refine(isTaxNumber, { message: 'unified social credit code' }),
  address: line(4, 60),
  phone: z
    .string()
    .trim()
    .regex(/^[\d\- ]{7,20}$/),
  bank: line(4, 40),
  account: z
    .string()
    .transform(value => value.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{8,30}$/)),
  /** "上海员工一般开这个" */
  note: line(2, 30),
  /** Whose colleagues mostly use it. */
  sites: z.array(line(1, 40)).max(10),
  on: z.boolean(),
}

export const TitleView = z.object({
  titleId: z.string(),
  name: z.string(),
  taxNumber: z.string(),
  address: z.string(),
  phone: z.string(),
  bank: z.string(),
  account: z.string(),
  note: z.string(),
  sites: z.array(z.string()),
  on: z.boolean(),
  version: Count,
  changedAt: Instant,
})

const Claim = z.object({
  /** The invoice's own number. */
  number: z.string(),
  invoicedOn: z.string(),
  amountFen: Count,
  subject: z.string(),
  state: z.enum(claimStates),
  note: z.string(),
  /** Each state with the time of the import that said so, and what its owner answered. */
  trail: z.array(
    z.object({ state: z.enum(claimStates), at: Instant, note: z.string(), isAnswer: z.boolean() }),
  ),
  mayAnswer: z.boolean(),
})

const ClaimImport = z.object({
  importId: z.string(),
  fileName: z.string(),
  read: Count,
  adding: Count,
  moving: Count,
  unchanged: Count,
  state: z.enum(['checked', 'applying', 'applied']),
  written: Count,
  toWrite: Count,
  checkedAt: Instant,
})

const ClaimReport = ClaimImport.extend({
  problems: z.array(
    z.object({
      line: Count,
      problem: z.enum(claimProblems),
      number: z.string(),
      employeeId: z.string(),
      detail: z.string(),
    }),
  ),
  moreProblems: Count,
})
export type ClaimReportView = z.infer<typeof ClaimReport>

/** What somebody answered to finance and no import has taken up yet. */
const ClaimAnswer = z.object({
  number: z.string(),
  employeeId: z.string(),
  /** Empty for somebody whom nobody knows any more. */
  name: z.string(),
  subject: z.string(),
  amountFen: Count,
  question: z.string(),
  words: z.string(),
  at: Instant,
})

const AmountFen = z.number().int().positive().max(100_000_000_000)
const On = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const invoices = {
  /** The company's titles, those of the caller's own site first. */
  listTitles: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ titles: z.array(TitleView), site: z.string() }),
    errors: [],
  }),
  /** The caller's own invoices, the latest first; found by the number's beginning, by day, by amount. */
  listClaims: query({
    access: 'employee',
    input: z.strictObject({
      number: z
        .string()
        .regex(/^\d{1,20}$/)
        .optional(),
      from: On.optional(),
      to: On.optional(),
      amountFen: AmountFen.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      claims: z.array(Claim),
      next: NextCursor,
      /** What is on its way: not paid and not returned. */
      pending: z.object({ count: Count, amountFen: Count, oldestOn: z.string().nullable() }),
      now: Instant,
    }),
    errors: [],
  }),
  /** Answers what finance asks of the caller's own invoice, once for a question. */
  answerClaim: command({
    access: 'employee',
    input: z.strictObject({
      /** The invoice's own number. */
      number: z.string().regex(/^\d{1,20}$/),
      words: Reason,
    }),
    output: z.object({ answeredAt: Instant }),
    errors: [
      'SELFSERVICE_CLAIM_MISSING',
      'SELFSERVICE_CLAIM_NOT_ASKED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 16,
      because: 'caller, who is in finance; the invoice twice, a notice to each, result',
    },
  }),
  /** Every title, those that are no longer used among them, the imports of late, and what was answered. */
  openInvoiceDesk: query({
    access,
    input: z.strictObject({}),
    output: z.object({
      titles: z.array(TitleView),
      imports: z.array(ClaimImport),
      /** The latest first, fifty at most. */
      answers: z.array(ClaimAnswer),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 5, because: 'caller, titles, imports, answers, and the names of who gave them' },
  }),
  /** What a title said before, the newest first. */
  listTitleVersions: query({
    access,
    input: z.strictObject({ titleId: Id }),
    output: z.object({
      versions: z.array(TitleView.extend({ changedBy: z.string() })),
    }),
    errors: ['SELFSERVICE_TITLE_MISSING'],
  }),
  /** Makes or changes a title; what it said before is kept. */
  saveTitle: command({
    access,
    input: z.strictObject({
      /** Absent: a new one. */
      titleId: Id.optional(),
      /** As it was when one began to change it; 0 for a new one. */
      version: Count,
      ...Title,
    }),
    output: z.object({ titleId: z.string(), version: Count }),
    errors: ['SELFSERVICE_TITLE_MISSING', 'SELFSERVICE_TITLE_CHANGED', 'SELFSERVICE_TITLE_TWICE'],
    budget: {
      requests: 8,
      because: 'caller, receipt, titles of that number; title, version, audit and result',
    },
  }),
  /** Compares an uploaded CSV with what is known and changes nothing. */
  checkClaims: command({
    access,
    idempotency: 'reception',
    input: z.strictObject({
      fileId: FileId.regex(/^cloud:\/\/[\w.-]+\/claims\/[\w-]+\.csv$/),
      fileName: line(1, 80),
    }),
    output: ClaimReport,
    errors: ['SELFSERVICE_CLAIMS_UNREADABLE', 'SELFSERVICE_CLAIMS_TOO_LONG'],
    budget: { requests: 20, because: 'up to 2,000 lines are compared and set down, 500 at a time' },
  }),
  /**
   * Applies a checked import, one slice of work a call: while the answer says `applying`, the caller asks again. A timer
   * carries on what nobody asks for, so that nothing stays half done.
   */
  applyClaims: command({
    access,
    idempotency: 'reception',
    input: z.strictObject({ importId: Id }),
    output: ClaimReport,
    errors: ['SELFSERVICE_IMPORT_MISSING', 'SELFSERVICE_IMPORT_STALE', 'SELFSERVICE_IMPORT_APPLIED'],
    budget: { requests: 1_300, because: 'a slice writes a few hundred invoices, each with its notice' },
  }),
  openClaimImport: query({
    access,
    input: z.strictObject({ importId: Id }),
    output: ClaimReport.extend({
      /** The first of its lines, as long as they are kept. */
      changes: z.array(
        z.object({
          number: z.string(),
          employeeId: z.string(),
          subject: z.string(),
          amountFen: Count,
          /** `状态 审核中 → 已到账` */
          words: z.array(z.string()),
        }),
      ),
    }),
    errors: ['SELFSERVICE_IMPORT_MISSING'],
  }),
}
