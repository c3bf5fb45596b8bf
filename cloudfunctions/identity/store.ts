import type { Lending } from '@domain/access/lending'
import type { Grant } from '@domain/access/roles'
import type { Attempt } from '@domain/identity/attempts'
import type { RosterOffice } from '@domain/identity/contract'
import type { CorrectedField } from '@domain/identity/correction'
import type { CoinRule, LeavingState } from '@domain/identity/leaving'
import type { Words } from '@domain/identity/ownData'
import type { Rebind } from '@domain/identity/rebindContract'
import type { ProblemLine } from '@domain/identity/roster'
import type { ComparedField, RosterAction, RosterChange } from '@domain/identity/rosterChanges'
import type { Privacy } from '@domain/identity/visibility'
import type { Day, Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

/** One colleague of the HR roster, and the WeChat account bound to them. The id is the employee number. */
export interface EmployeeDocument extends Document {
  name: string
  phone: string
  department: string
  site: string
  joinedOn: Day
  status: 'active' | 'left'
  /** The bound WeChat account; `unbound:<employee number>` while there is none, because the index is unique. */
  openid: string
  boundAt: Instant | null
  /** When they first registered, once another account was bound than the first. Absent or null: as `boundAt`. */
  firstBoundAt?: Instant | null
  agreedPrivacyVersion: string | null
  /** The last day on which they came, and nothing of when or what for. Absent or null: not since it is kept. */
  seenOn?: Day | null
  grants: Grant[]
  /** By what a colleague is found while a name is being typed. */
  searchTerms: string[]
  /** To whom the back-office work goes while this colleague is away. Absent before the first. */
  lending?: Lending | null
  /** The requests to bind another account that wait for HR, one of each applicant, oldest first. Absent before the first. */
  pendingRebinds?: { rebindId: string; openid: string; replaced?: number }[]
  /** What they find wrong about themselves and waits for HR; one at a time. Absent before the first. */
  pendingCorrectionId?: string | null
  /** The rooms that have still to hand on what somebody who left has there. Absent: none. */
  parting?: PartingRoom[]
  /** Until when this colleague may not publish. Absent before the first time. */
  mutedUntil?: Instant | null
  /** How this colleague left; absent before the first time, and where a roster alone says that they did. */
  leavingId?: string | null
  /** The data of whoever was bound before is being removed: nobody can be bound meanwhile. Absent otherwise. */
  clearing?: boolean
  /** What colleagues see beside the name, once it was chosen; others see it only when it has passed. */
  avatar?: AvatarPicture | null
}

export interface AvatarPicture {
  /** The number of whose it is: those of many are looked up by an index of their own. */
  ownerId: string
  /** The community's own copy of what was uploaded. */
  fileId: string
  /** WeChat's name for its check of this picture. */
  traceId: string
  state: 'checking' | 'passed'
  at: Instant
}

/** What somebody has chosen; the id is the employee number. Absent: `defaultPrivacy`. */
export interface DiscretionDocument extends Document, Privacy {
  /** Whether not everybody sees the department: those are looked up by it. */
  hides: boolean
}

/** A room where a leaver may hold something that others wait for. */
export const partingRooms = ['booking', 'union', 'mall'] as const
export type PartingRoom = (typeof partingRooms)[number]

/** Those of them that give coins back for what is given up. */
export const refundingRooms: readonly PartingRoom[] = ['booking', 'mall']

/** What stands in `openid` while no WeChat account is bound. */
export function unboundOpenid(employeeId: string): string {
  return `unbound:${employeeId}`
}

/**
 * The tries of the last hour of one WeChat account (`openid.<openid>`) or for one number (`employee.<number>`), and the
 * last time that an account asked to be bound anew, whether or not its data was right (`rebind.<openid>`), or when what it
 * was bound to moved to another one.
 */
export interface AttemptsDocument extends Document {
  attempts: Attempt[]
  /** Absent: it has not moved, or this account has asked since. */
  movedAt?: Instant
  expiresAt: Instant
}

/** Under which it is kept when an account last asked to be bound anew, or was left for another one. */
export const askedId = (openid: string) => `rebind.${openid}`

/** A request to bind another WeChat account; never changed but by its decision, so that HR decides what it has seen. */
export interface RebindDocument extends Document {
  employeeId: string
  applicant: z.infer<typeof Rebind>['applicant']
  openid: string
  /** Forgotten once decided. */
  newPhone: string | null
  newPhoneMasked: string
  oldPhoneMasked: string
  reason: string
  agreedPrivacyVersion: string
  askedAt: Instant
  state: 'pending' | 'approved' | 'refused'
  /** How many gave up the place it waits in, one after the other. Absent: none. */
  replaced?: number
  /** Null while it waits, and where it gave up its place. */
  decision: { by: string; at: Instant; reason: string } | null
}

/** What somebody finds wrong about themselves on the roster; never changed but by its decision. */
export interface CorrectionDocument extends Document {
  employeeId: string
  applicant: z.infer<typeof Rebind>['applicant']
  fields: CorrectedField[]
  reason: string
  askedAt: Instant
  state: 'pending' | 'approved' | 'refused'
  decision: { by: string; at: Instant; reason: string } | null
}

/**
 * The one document that imports and whoever else gives a working colleague a phone take turns on: its version goes up when
 * an import begins to write and when it has written, and with each phone.
 */
export interface RosterDocument extends Document {
  version: number
  /** The import that is being written; no other may begin meanwhile. */
  writing: string | null
}

export const ROSTER_ID = 'roster'

export interface ImportDocument extends Document {
  fileName: string
  /** Lines read from the file, the header apart. */
  read: number
  unchanged: number
  counts: Record<RosterAction, number>
  changedFields: Record<ComparedField, number>
  /** The first of them; the others are `ImportProblemDocument`s. */
  problems: ProblemLine[]
  moreProblems: number
  /** Absent: none. */
  offices?: z.infer<typeof RosterOffice>[]
  state: 'checked' | 'applying' | 'applied'
  /** The roster's version that the file was compared with. */
  rosterVersion: number
  /** Whose lines to write: see `ImportLineDocument`. */
  batchId: string
  written: number
  toWrite: number
  /** Until when whoever writes a slice keeps others from it; in the past while nobody does. */
  leaseUntil: Instant
  checkedBy: string
  checkedAt: Instant
  appliedBy: string | null
  appliedAt: Instant | null
}

/**
 * One change that an import is to write. Each execution of a check sets its lines down under a batch of its own, so
 * that two of them never mix; what no import refers to is forgotten in time.
 */
export interface ImportLineDocument extends Document, RosterChange {
  batchId: string
  /** Counted from 0. */
  number: number
  expiresAt: Instant
}

/** A line with a problem that the report of an import has no room for, under the batch of its check. */
export interface ImportProblemDocument extends Document {
  batchId: string
  /** Counted from 0 over all lines with a problem. */
  number: number
  problem: ProblemLine
  expiresAt: Instant
}

/**
 * A roster file that a check has begun to read: full of personal data, so that it must not stay. So are résumés, and so is
 * whatever somebody is about to upload.
 */
export interface RosterFileDocument extends Document {
  /** Null: it is about to be uploaded. */
  fileId: string | null
  /** Where what was chosen together will lie; absent: it was noted once it did. */
  paths?: string[]
  /** From then on no check reads it any more. */
  expiresAt: Instant
}

/** What somebody takes along; one at a time, and the id is the employee number. */
export interface ExportDocument extends Document {
  state: 'gathering' | 'ready'
  /** Where it lies, or will lie; nobody can guess it. */
  path: string
  /** While it is gathered: the file of the one before, which the timer has not removed. */
  fileId: string | null
  askedAt: Instant
  expiresAt: Instant
}

/** Whoever wants their data to go; the id is the employee number. Withdrawn or done, there is no such document. */
export interface DeletionDocument extends Document {
  words: Words
  askedAt: Instant
  /** When it begins; a running one is looked at each time. */
  dueAt: Instant
  /** What stands for the person in what stays; null until it begins, so that nothing leads back before. */
  pseudonym: string | null
  /** How many steps are done. */
  done: number
}

/** How somebody leaves, step by step. */
export interface LeavingDocument extends Document {
  employeeId: string
  by: { employeeId: string; name: string }
  why: string
  leftAt: Instant
  /** The own roles of before, and where they worked; absent: it was not kept. */
  grants: Grant[]
  from?: Pick<EmployeeDocument, 'department' | 'site'>
  offices: { associationId: string; toEmployeeId: string | null }[]
  coins: CoinRule
  settlesAt: Instant
  state: LeavingState
  /** How many steps are done, and when the next is due; past all time once none is left. */
  done: number
  nextAt: Instant
}

export const leavings = collection<LeavingDocument>('identity_leavings')
export const packages = collection<ExportDocument>('identity_exports')
export const discretions = collection<DiscretionDocument>('identity_discretions')
export const deletions = collection<DeletionDocument>('identity_deletions')
export const employees = collection<EmployeeDocument>('identity_employees')
export const attempts = collection<AttemptsDocument>('identity_attempts')
export const rebinds = collection<RebindDocument>('identity_rebinds')
export const corrections = collection<CorrectionDocument>('identity_corrections')
export const roster = collection<RosterDocument>('identity_roster')
export const rosterFiles = collection<RosterFileDocument>('identity_roster_files')
export const imports = collection<ImportDocument>('identity_imports')
export const importLines = collection<ImportLineDocument>('identity_import_lines')
export const importProblems = collection<ImportProblemDocument>('identity_import_problems')

/** What the sealed record calls a colleague. */
export const memberSubject = (employeeId: string) => `${employees.name}/${employeeId}`
