import * as z from 'zod'
import { command, query } from '../kernel/contract'
import {
  Count,
  EmployeeId,
  FileId,
  Id,
  Instant,
  line,
  NextCursor,
  NumberCursor,
  Person,
  text,
} from '../kernel/schema'
import { candidateStates } from './candidate'
import { deskProcedures } from './deskContract'
import { cities, families, levels, tracks } from './position'
import { relations } from './referral'
import { resumeKinds, resumeLimits } from './resume'
import { MyCandidate, PositionCard, PositionDetail } from './views'

/** Opaque: it says who shared to the server alone. */
const ShareCode = z.string().regex(/^[\w~-]{20,120}$/)

/** An upload: for recruiting and whoever sends it alone. */
const Resume = z.strictObject({ fileId: FileId, fileName: line(5, resumeLimits.nameMax) }).optional()

export const careers = {
  /** The open positions that pass the filters, the newest first, and what the caller has under way. */
  openPositions: query({
    access: 'employee',
    input: z.strictObject({
      city: z.enum(cities).optional(),
      family: z.enum(families).optional(),
      track: z.enum(tracks).optional(),
      level: z.enum(levels).optional(),
      /** Title, department, place, skill; several words all have to be there. */
      text: text(0, 40).optional(),
      favourites: z.boolean().optional(),
      /** How many were shown before. */
      after: NumberCursor.optional(),
    }),
    output: z.object({
      positions: z.array(PositionCard),
      next: NextCursor,
      total: Count,
      /** False: more are open than are looked through, the newest of them. */
      complete: z.boolean(),
      /** How many of them were opened within a week. */
      fresh: Count,
      mine: z.object({
        referrals: Count,
        applications: Count,
        /** What moved last, if somebody works on it. */
        latest: z
          .object({ name: z.string().nullable(), positionTitle: z.string(), state: z.enum(candidateStates) })
          .nullable(),
      }),
      now: Instant,
    }),
    errors: [],
  }),
  openPosition: query({
    access: 'employee',
    input: z.strictObject({ positionId: Id, via: ShareCode.optional() }),
    output: z.object({
      position: PositionDetail,
      /** Who shared the card that led here; null: nobody, or the card is too old. */
      sharedBy: Person.nullable(),
      /** For the caller's own share card. */
      shareCode: z.string(),
      mayRefer: z.boolean(),
      mayApply: z.boolean(),
      /** How the caller's own application stands; null: none. */
      application: z.enum(candidateStates).nullable(),
      /** What a friend has to agree to. */
      consent: z.object({ version: Count, text: z.string() }),
      /** Whole coins for whoever recommended, when the friend begins. */
      reward: Count,
      now: Instant,
    }),
    errors: ['CAREERS_POSITION_MISSING'],
    budget: { requests: 4, because: 'caller, position with lead, own application, who shared' },
  }),
  favouritePosition: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ positionId: Id, favourite: z.boolean() }),
    output: z.object({ favourite: z.boolean() }),
    errors: ['CAREERS_POSITION_MISSING', 'CAREERS_FAVOURITES_FULL'],
  }),
  /** Where a résumé is to be uploaded: one that then comes with nothing is removed within a day. */
  announceResume: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ kind: z.enum(resumeKinds) }),
    output: z.object({ cloudPath: z.string() }),
    errors: [],
  }),
  /** Recommends a friend who has agreed to it. The first colleague whom a friend agreed with keeps them for 90 days. */
  refer: command({
    access: 'employee',
    input: z.strictObject({
      positionId: Id,
      name: line(2, 20),
      phone: z.string().regex(/^1[3-9]\d{9}$/),
      relation: z.enum(relations),
      words: text(0, 300),
      resume: Resume,
      /** The text that the friend has agreed to. */
      consentVersion: Count,
    }),
    output: z.object({ candidateId: z.string() }),
    errors: [
      'CAREERS_POSITION_MISSING',
      'CAREERS_POSITION_CLOSED',
      'CAREERS_NOT_THIS_WAY',
      'CAREERS_CONSENT_CHANGED',
      'CAREERS_FRIEND_TAKEN',
      'CAREERS_FRIEND_WORKS_HERE',
      'CAREERS_ALREADY_REFERRED',
      'CAREERS_REFERRALS_TOO_MANY',
      'CAREERS_RESUME_MISSING',
      'CAREERS_RESUME_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 11,
      because:
        'caller with the position; whether a colleague has the number; what they recommended today and the claim read and written, candidate, result; a résumé and its copy noted, the copy forgotten',
    },
  }),
  /** Applies for a position oneself. The lead learns nothing of it before recruiting says so. */
  apply: command({
    access: 'employee',
    input: z.strictObject({
      positionId: Id,
      /** How recruiting reaches the applicant without the office knowing. */
      contact: line(2, 40),
      words: text(2, 500),
      leadId: EmployeeId,
      resume: Resume,
      via: ShareCode.optional(),
    }),
    output: z.object({ candidateId: z.string() }),
    errors: [
      'CAREERS_POSITION_MISSING',
      'CAREERS_POSITION_CLOSED',
      'CAREERS_NOT_THIS_WAY',
      'CAREERS_LEAD_WRONG',
      'CAREERS_ALREADY_APPLIED',
      'CAREERS_RESUME_MISSING',
      'CAREERS_RESUME_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 12,
      because:
        'caller; position; lead and sharer; application read and written, two notices, result; a résumé and its copy noted, the copy forgotten, that of an earlier application dropped',
    },
  }),
  /** Everybody whom the caller recommended and every position they applied for, what moved last first. */
  listMine: query({
    access: 'employee',
    input: z.strictObject({ after: Id.optional() }),
    output: z.object({ candidates: z.array(MyCandidate), next: NextCursor, now: Instant }),
    errors: [],
  }),
  /**
   * Takes back a recommendation that nobody has followed yet, or one's own application; later, says for a friend that
   * they agree no more, which ends all that the caller recommended them for. What was told is cleared at once.
   */
  takeBack: command({
    access: 'employee',
    input: z.strictObject({ candidateId: Id, version: Count }),
    output: z.object({ state: z.enum(candidateStates) }),
    errors: ['CAREERS_CANDIDATE_MISSING', 'CAREERS_CANDIDATE_CHANGED', 'CAREERS_TRANSITION_REFUSED'],
    budget: {
      requests: 60,
      because:
        'caller, candidate and result; of a friend each other recommendation, found, read and written, and the claim',
    },
  }),
  /** A link of ten minutes to a résumé, for recruiting and whoever recommended or applied; that recruiting looked is kept. */
  openResume: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ candidateId: Id }),
    output: z.object({ url: z.string(), fileName: z.string() }),
    errors: ['CAREERS_CANDIDATE_MISSING', 'CAREERS_RESUME_MISSING'],
  }),
  ...deskProcedures,
}
