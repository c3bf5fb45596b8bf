import type {
  CandidateAction,
  CandidateColumn,
  CandidateKind,
  CandidateState,
} from '@domain/careers/candidate'
import type { Interview } from '@domain/careers/interview'
import type { PositionState } from '@domain/careers/position'
import type { PositionRow } from '@domain/careers/positionFile'
import type { Claim, Relation } from '@domain/careers/referral'
import type { HireReward } from '@domain/careers/reward'
import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type { HandedFileDocument } from '@platform/handedFiles'
import type * as z from 'zod'

export interface PositionDocument extends Document, PositionRow {
  leadName: string | null
  state: PositionState
  /** Grows with each change that two could make at once. */
  version: number
  openedAt: Instant
  /** `<openedAt>:<id>` */
  openKey: string
  changedAt: Instant
  /** `<changedAt>:<id>` */
  changedKey: string
  /** Counted by the timer. */
  referrals: number
  trail: { what: string; by: string; at: Instant }[]
}

/** That somebody marked a position; the id is `<position>:<employee>`. */
export interface FavouriteDocument extends Document {
  positionId: string
  employeeId: string
  at: Instant
}

/** Somebody for a position: a friend whom a colleague recommended, or a colleague. */
export interface CandidateDocument extends Document {
  kind: CandidateKind
  positionId: string
  positionTitle: string
  city: string
  /** Whoever recommended or applied. */
  employeeId: string
  person: z.infer<typeof Person>
  /** Who is rewarded for it: the one who recommended, or whose share led here; empty: nobody. */
  creditId: string
  creditName: string
  relation: Relation | null
  /** 徐*, 186****3307; null: a colleague, or cleared. */
  friend: { name: string; phone: string } | null
  /** What the candidate is reached by and what was written, sealed for this document; empty once cleared. */
  sealed: string
  /** The résumé, where only functions reach; its name is sealed. Absent or null: none, or cleared. */
  resume?: { fileId: string; bytes: number } | null
  consent: { version: number; text: string; at: Instant } | null
  /** The claim on the friend; empty: a colleague. */
  claimId: string
  state: CandidateState
  column: CandidateColumn
  version: number
  submittedAt: Instant
  movedAt: Instant
  /** `<movedAt>:<id>` */
  boardKey: string
  eraseAt: Instant | null
  /** The lead of a colleague who applies; empty: of a friend. */
  leadId: string
  leadName: string
  /** Who must not see it: the lead, until told. Empty: nobody. */
  hiddenFrom: string
  trail: {
    action: CandidateAction
    state: CandidateState
    at: Instant
    by: string
    note: string | null
    /** What an interview was settled on; absent: nothing. */
    interview?: Interview | null
  }[]
  /** Coins that whoever recommended has for the hire. */
  reward: number
  /** Whether it brought nothing because they had left by then; absent: it did not come to that. */
  unpaid?: boolean
  /** 0: the position's count knows of it. */
  uncountedSince: Instant
}

/** What is sealed in a candidate. */
export interface Told {
  name: string
  contact: string
  words: string
  /** How the résumé's file is called; absent: there is none. */
  resumeName?: string
}

/** Under the fingerprint of a number: whose friend somebody is. */
export interface ClaimDocument extends Document, Claim {
  positionIds: string[]
}

/** When somebody recommended friends within a day; the id is the employee number. */
export interface ReferrerDocument extends Document {
  at: Instant[]
}
/** Under the fingerprint of a friend's number, or the id of an application: who was rewarded for the hire. */
export interface RewardDocument extends Document, HireReward {}

export const positions = collection<PositionDocument>('careers_positions')
export const favourites = collection<FavouriteDocument>('careers_favourites')
export const candidates = collection<CandidateDocument>('careers_candidates')
export const claims = collection<ClaimDocument>('careers_claims')
export const referrers = collection<ReferrerDocument>('careers_referrers')
export const rewards = collection<RewardDocument>('careers_rewards')
export const exported = collection<HandedFileDocument>('careers_exports')

export const favouriteIdOf = (positionId: string, employeeId: string) => `${positionId}:${employeeId}`
/** A time and an id as one key that sorts by the time first. */
export const keyOfTime = (at: Instant, id: string) => `${at}:${id}`
