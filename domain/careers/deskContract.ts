import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, EmployeeId, Id, Instant, line, NextCursor, text, UploadedCsv } from '../kernel/schema'
import { candidateColumns, recruiterActions } from './candidate'
import { cities, families, levels, positionActions, positionStates, tracks } from './position'
import { CandidateCard, CandidateDetail, DeskPosition, InterviewWords } from './views'

const access = 'careers.manage'

/** What a position says, as recruiters write it. */
export const PositionWords = z.strictObject({
  title: line(2, 40),
  department: line(2, 20),
  team: line(0, 20),
  city: z.enum(cities),
  place: line(1, 20),
  family: z.enum(families),
  level: z.enum(levels),
  tracks: z.array(z.enum(tracks)).min(1).max(3),
  years: line(0, 12),
  headcount: z.number().int().min(1).max(99),
  leadId: EmployeeId.nullable(),
  duties: text(4, 2_000),
  requirements: text(4, 2_000),
})
export type PositionWordsRead = z.output<typeof PositionWords>

/** A file and what each of its lines would do. Nothing is done while one is wrong. */
const Report = z.object({
  fileId: z.string(),
  lines: z.array(z.object({ line: Count, title: z.string(), words: z.string(), wrong: z.boolean() })),
  right: Count,
  wrong: Count,
})

const positionProcedures = {
  /** Positions of the caller's cities in one state, what changed last first; of those that hold each word, where some are typed. */
  openDesk: query({
    access,
    input: z.strictObject({
      state: z.enum(positionStates),
      text: text(0, 40).optional(),
      after: Id.optional(),
    }),
    output: z.object({
      positions: z.array(DeskPosition),
      next: NextCursor,
      /** Candidates of the caller's cities by column. */
      waiting: z.record(z.enum(candidateColumns), Count),
      /** False: there are more than are counted. */
      waitingComplete: z.boolean(),
      /** The cities that the caller's role is limited to; empty: all. */
      cities: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
  }),
  /** A position as it can be changed; drafts as well. */
  openPositionEdit: query({
    access,
    input: z.strictObject({ positionId: Id }),
    output: z.object({
      words: PositionWords,
      leadName: z.string().nullable(),
      state: z.enum(positionStates),
      version: Count,
      actions: z.array(z.enum(positionActions)),
      trail: z.array(z.object({ what: z.string(), by: z.string(), at: Instant })),
    }),
    errors: ['CAREERS_POSITION_MISSING'],
  }),
  savePosition: command({
    access,
    input: z.strictObject({
      /** Absent: a new one, a draft. */
      of: z.strictObject({ positionId: Id, version: Count }).optional(),
      words: PositionWords,
    }),
    output: z.object({ positionId: z.string(), version: Count }),
    errors: [
      'CAREERS_POSITION_MISSING',
      'CAREERS_POSITION_CHANGED',
      'CAREERS_TRANSITION_REFUSED',
      'CAREERS_CITY_NOT_YOURS',
      'CAREERS_LEAD_WRONG',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
  movePosition: command({
    access,
    input: z.strictObject({ positionId: Id, version: Count, action: z.enum(positionActions) }),
    output: z.object({ state: z.enum(positionStates), version: Count }),
    errors: ['CAREERS_POSITION_MISSING', 'CAREERS_POSITION_CHANGED', 'CAREERS_TRANSITION_REFUSED'],
  }),
  /** A dry run: what each line of a CSV would do, and what is wrong. Nothing changes. */
  checkPositions: command({
    access,
    idempotency: 'natural',
    input: z.strictObject({ fileId: UploadedCsv }),
    output: Report,
    errors: ['CAREERS_FILE_UNREADABLE'],
  }),
  importPositions: command({
    access,
    input: z.strictObject({
      fileId: UploadedCsv,
      /** Opens them at once; otherwise they are drafts. */
      open: z.boolean(),
    }),
    output: z.object({ done: Count, already: Count }),
    errors: [
      'CAREERS_FILE_UNREADABLE',
      'CAREERS_FILE_WRONG',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 60,
      because: 'all lines of a file, at most 50, go in one transaction, one request each',
    },
  }),
}

const candidateProcedures = {
  /**
   * A column of the board, who waits longest first; or of all columns whoever is found by name, position or referrer, what
   * moved last first. An application is not shown to the applicant's own lead.
   */
  openBoard: query({
    access,
    input: z.strictObject({
      column: z.enum(candidateColumns),
      /** Asks all columns. */
      text: text(0, 40).optional(),
      positionId: Id.optional(),
      after: Id.optional(),
    }),
    output: z.object({
      candidates: z.array(CandidateCard),
      /** In a search there may be more to look through where nothing was found yet. */
      next: NextCursor,
      counts: z.record(z.enum(candidateColumns), Count),
      /** False: there are more than are counted, at least so many in each column. */
      countsComplete: z.boolean(),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 5, because: 'caller, who is under way; in a search up to three thousand candidates' },
  }),
  openCandidate: query({
    access,
    input: z.strictObject({ candidateId: Id }),
    output: z.object({ candidate: CandidateDetail, now: Instant }),
    errors: ['CAREERS_CANDIDATE_MISSING'],
  }),
  /** Opens the number for one look; who looked is kept. */
  showContact: command({
    access,
    idempotency: 'natural',
    input: z.strictObject({ candidateId: Id }),
    output: z.object({ name: z.string(), contact: z.string() }),
    errors: ['CAREERS_CANDIDATE_MISSING', 'CAREERS_CONTACT_ERASED'],
  }),
  /**
   * One step of up to 20 candidates: of two recruiters who move one in the same second the second moves nothing. A
   * friend's objection clears all that is kept of them, also in other cities, and what of the batch has changed since.
   */
  moveCandidates: command({
    access,
    idempotency: 'reception',
    input: z.strictObject({
      candidates: z
        .array(z.strictObject({ candidateId: Id, version: Count }))
        .min(1)
        .max(20),
      action: z.enum(recruiterActions),
      /** For recruiters alone. */
      note: text(0, 200).optional(),
      /** With a step that settles one. */
      interview: InterviewWords.optional(),
    }),
    output: z.object({
      moved: z.array(z.string()),
      skipped: z.array(
        z.object({
          candidateId: z.string(),
          why: z.enum(['missing', 'changed', 'refused', 'erased', 'notYours']),
        }),
      ),
    }),
    errors: ['CAREERS_REASON_NEEDED'],
    budget: {
      requests: 225,
      because:
        'caller and receipts; each of 20 candidates and their reward read and written, a résumé that goes, a notice or two, coins of a hire',
    },
  }),
  /** Tells the applicant's lead, once recruiting has spoken with both. From then on the lead may know. */
  tellLead: command({
    access,
    input: z.strictObject({ candidateId: Id, version: Count }),
    output: z.object({ version: Count }),
    errors: [
      'CAREERS_CANDIDATE_MISSING',
      'CAREERS_CANDIDATE_CHANGED',
      'CAREERS_NOT_YOURS',
      'CAREERS_LEAD_KNOWS',
    ],
    budget: { requests: 7, because: 'caller, candidate read and written, two notices, result' },
  }),
  /**
   * All candidates as a table, the newest first: without numbers and with friends' names masked, because a table goes
   * far. Colleagues who applied are named.
   */
  exportCandidates: command({
    access,
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), positionId: Id.optional() }),
    output: z.object({
      csv: z.string().nullable(),
      /** Where the spreadsheet can be fetched for ten minutes. */
      url: z.string().nullable(),
      candidates: Count,
    }),
    errors: ['CAREERS_EXPORT_FAILED'],
    budget: { requests: 20, because: 'caller, table and result; candidates a thousand at a time' },
  }),
}

export const deskProcedures = { ...positionProcedures, ...candidateProcedures }
