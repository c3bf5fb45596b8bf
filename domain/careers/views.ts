import * as z from 'zod'
import { Count, Instant, line, Person } from '../kernel/schema'
import { candidateActions, candidateColumns, candidateKinds, candidateStates } from './candidate'
import { interviewLimits } from './interview'
import { cities, families, levels, positionActions, positionStates, tracks } from './position'
import { relations } from './referral'

/** A position as lists show it. */
export const PositionCard = z.object({
  positionId: z.string(),
  title: z.string(),
  department: z.string(),
  team: z.string(),
  city: z.enum(cities),
  place: z.string(),
  family: z.enum(families),
  level: z.enum(levels),
  tracks: z.array(z.enum(tracks)),
  /** "5 年以上"; empty where it does not matter. */
  years: z.string(),
  state: z.enum(positionStates),
  openedAt: Instant,
  isNew: z.boolean(),
  /** Friends who were recommended for it; counted anew every minute. */
  referrals: Count,
  favourite: z.boolean(),
  /** Whether it is in the reader's own department. */
  own: z.boolean(),
})
export type PositionCardView = z.infer<typeof PositionCard>

export const PositionDetail = PositionCard.extend({
  duties: z.string(),
  requirements: z.string(),
  headcount: Count,
  /** Whose team it is; null: not told. */
  leadName: z.string().nullable(),
})

/** When and where an interview is. */
export const InterviewWords = z
  .strictObject({
    on: z.iso.date().nullable(),
    time: z.iso.time({ precision: -1 }).nullable(),
    place: line(0, interviewLimits.placeMax),
  })
  .refine(({ on, time }) => on !== null || time === null, { message: 'a time has a day', path: ['on'] })

/** Somebody whom the reader recommended, or the reader's own application: numbers are masked. */
export const MyCandidate = z.object({
  candidateId: z.string(),
  kind: z.enum(candidateKinds),
  positionId: z.string(),
  positionTitle: z.string(),
  city: z.string(),
  /** 徐朗, 186****3307; null: the reader themselves, or cleared. */
  friend: z.object({ name: z.string(), phone: z.string() }).nullable(),
  relation: z.enum(relations).nullable(),
  /** Whether a résumé lies with it. */
  hasResume: z.boolean(),
  state: z.enum(candidateStates),
  version: Count,
  submittedAt: Instant,
  movedAt: Instant,
  steps: z.array(
    z.object({
      action: z.enum(candidateActions),
      state: z.enum(candidateStates),
      at: Instant,
      /** Of a friend's no more than the day. */
      interview: InterviewWords.nullable(),
    }),
  ),
  actions: z.array(z.enum(candidateActions)),
  consent: z.object({ text: z.string(), at: Instant }).nullable(),
  /** When what was told is cleared; null: it has been. */
  eraseAt: Instant.nullable(),
  /** Whole coins that came for it. */
  reward: Count,
  /** Of one's own application: whether the lead was told. */
  leadTold: z.boolean(),
})
export type MyCandidateView = z.infer<typeof MyCandidate>

/** A candidate as recruiters see them in lists; a number only after `showContact`. */
export const CandidateCard = z.object({
  candidateId: z.string(),
  kind: z.enum(candidateKinds),
  positionId: z.string(),
  positionTitle: z.string(),
  city: z.string(),
  /** The friend's name, or the colleague's; empty once cleared. */
  name: z.string(),
  /** Who recommended them, by hand or by a share; null: nobody. */
  creditName: z.string().nullable(),
  state: z.enum(candidateStates),
  column: z.enum(candidateColumns),
  version: Count,
  submittedAt: Instant,
  movedAt: Instant,
  /** Whether the reader has part in it, so that another recruiter has to deal with it. */
  own: z.boolean(),
  /** The applicant's lead does not know yet. */
  confidential: z.boolean(),
  /** Whether what they told is still there; without it nothing more can be done. */
  kept: z.boolean(),
})
export type CandidateCardView = z.infer<typeof CandidateCard>

export const CandidateDetail = CandidateCard.extend({
  /** The colleague who recommended or applied. */
  person: Person,
  relation: z.enum(relations).nullable(),
  /** What the colleague wrote; empty once cleared. */
  words: z.string(),
  /** How the résumé is called; null: none, or cleared. */
  resumeName: z.string().nullable(),
  /** 186****3307; empty: none, or cleared. */
  phoneMasked: z.string(),
  consent: z.object({ version: Count, text: z.string(), at: Instant }).nullable(),
  eraseAt: Instant.nullable(),
  leadName: z.string().nullable(),
  leadTold: z.boolean(),
  trail: z.array(
    z.object({
      action: z.enum(candidateActions),
      at: Instant,
      by: z.string(),
      note: z.string().nullable(),
      interview: InterviewWords.nullable(),
    }),
  ),
  actions: z.array(z.enum(candidateActions)),
  reward: Count,
  /** Whether the hire brought nothing because whoever recommended had left by then. */
  unpaid: z.boolean(),
})

/** A position as the desk lists it. */
export const DeskPosition = z.object({
  positionId: z.string(),
  title: z.string(),
  department: z.string(),
  city: z.string(),
  place: z.string(),
  state: z.enum(positionStates),
  headcount: Count,
  version: Count,
  referrals: Count,
  /** Candidates whom nobody has contacted yet. */
  waiting: Count,
  changedAt: Instant,
  actions: z.array(z.enum(positionActions)),
})
