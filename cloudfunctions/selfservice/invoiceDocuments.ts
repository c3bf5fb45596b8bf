import type { Instant } from '@domain/kernel/time'
import type { ClaimChange, ClaimProblemLine, ClaimRow } from '@domain/selfservice/claimFile'
import type { InvoiceTitle } from '@domain/selfservice/invoiceTitle'
import type { ClaimState } from '@domain/selfservice/reimbursement'
import type { Document } from '@platform/collection'

interface TitleCore extends InvoiceTitle {
  note: string
  sites: string[]
  on: boolean
  version: number
  changedBy: string
  changedAt: Instant
}

/** How invoices to one legal entity are written. */
export interface TitleDocument extends Document, TitleCore {}

/** What a title said in one version; the id is `<title>.<version>`. */
export interface TitleVersionDocument extends Document, TitleCore {
  titleId: string
}

/** An invoice that somebody handed in; the id is its number. */
export interface ClaimDocument extends Document, Omit<ClaimRow, 'number'> {
  /** `<day>:<number>` */
  sortKey: string
  trail: { state: ClaimState; at: Instant; note: string }[]
  /** What the owner said to finance's questions, oldest first. */
  answers: { words: string; at: Instant }[]
  /** When the present question was answered; null: not, or nothing is asked. */
  answeredAt: Instant | null
  /** The import that wrote it last: the same one never writes it twice. */
  importId: string
}

/** Imports take turns here. */
export interface BookDocument extends Document {
  version: number
  /** The import that is being written; null: none. */
  writing: string | null
}

export const BOOK_ID = 'claims'

export interface ClaimImportDocument extends Document {
  fileName: string
  read: number
  adding: number
  moving: number
  unchanged: number
  problems: ClaimProblemLine[]
  moreProblems: number
  state: 'checked' | 'applying' | 'applied'
  bookVersion: number
  batchId: string
  written: number
  toWrite: number
  leaseUntil: Instant
  checkedBy: string
  checkedAt: Instant
  appliedBy: string | null
  /** When it was begun to be written: what its owners are told goes by it. Null or absent: it was not. */
  begunAt?: Instant | null
}

/** One line of an import; the id is `<batch>.<number>`. */
export interface ClaimLineDocument extends Document, ClaimChange {
  batchId: string
  number: number
  expiresAt: Instant
}
