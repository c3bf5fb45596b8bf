import type { Day, Instant } from '@domain/kernel/time'
import type { LineChange } from '@domain/selfservice/changes'
import type { Agency, Line, Service, Stop } from '@domain/selfservice/network'
import type { Published, TimetableState } from '@domain/selfservice/timetable'
import { collection, type Document } from '@platform/collection'
import type {
  BookDocument,
  ClaimDocument,
  ClaimImportDocument,
  ClaimLineDocument,
  TitleDocument,
  TitleVersionDocument,
} from './invoiceDocuments'
import type { CategoryDocument, MessageDocument, TicketDocument } from './ticketDocuments'

/** Which versions have been published: one document, so that publishing takes turns. */
export interface ShuttleDocument extends Document {
  /** The number of the version published last; numbers are never used again. */
  number: number
  /** Those that riders may still meet, the oldest first. */
  published: Published[]
}

export const SHUTTLE_ID = 'shuttle'

/** A line of a version, without its trips. */
export interface LineEntry {
  lineId: string
  /** Where its trips are. A line that a version does not change is that of the version before. */
  documentId: string
  name: string
  path: string
  agencyId: string
  trips: number
  stopIds: string[]
  serviceIds: string[]
}

/** What those who favour changed lines are told, and how far that has come. */
export interface Telling {
  kind: 'change' | 'reminder' | 'withdrawal'
  dueAt: Instant
  /** Which of the changed lines. */
  line: number
  /** Up to which favourite of it, by id. */
  after: string
}

/** A version of the whole timetable. */
export interface TimetableDocument extends Document {
  state: TimetableState
  source: 'edit' | 'import'
  /** The version it was made from; null: from nothing. */
  basedOn: string | null
  /** 0: not published. */
  number: number
  effectiveOn: Day | null
  note: string
  /** Grows with each change of a draft. */
  revision: number
  agencies: Agency[]
  stops: Stop[]
  services: Service[]
  lines: LineEntry[]
  /** Against the version before, from publishing on. */
  changes: LineChange[]
  telling: Telling | null
  by: string
  at: Instant
  publishedAt: Instant | null
}

/** One line with all its trips; the id is `<version>.<line>`. */
export interface LineDocument extends Document {
  /** The version that wrote it. */
  versionId: string
  line: Line
}

/** That somebody favours a line; the id is `<line>:<employee>`. */
export interface FavouriteDocument extends Document {
  lineId: string
  employeeId: string
  /** Where they get on, by direction. */
  stops: { directionId: '0' | '1'; stopId: string }[]
  at: Instant
}

export const shuttles = collection<ShuttleDocument>('selfservice_shuttle')
export const timetables = collection<TimetableDocument>('selfservice_timetables')
export const lines = collection<LineDocument>('selfservice_lines')
export const favourites = collection<FavouriteDocument>('selfservice_favourites')

export const favouriteIdOf = (lineId: string, employeeId: string) => `${lineId}:${employeeId}`
export const documentIdOf = (versionId: string, lineId: string) => `${versionId}.${lineId}`

export const categories = collection<CategoryDocument>('selfservice_ticket_categories')
export const tickets = collection<TicketDocument>('selfservice_tickets')
export const messages = collection<MessageDocument>('selfservice_ticket_messages')

export const titles = collection<TitleDocument>('selfservice_titles')
export const titleVersions = collection<TitleVersionDocument>('selfservice_title_versions')
export const claims = collection<ClaimDocument>('selfservice_claims')
export const claimBook = collection<BookDocument>('selfservice_claim_book')
export const claimImports = collection<ClaimImportDocument>('selfservice_claim_imports')
export const claimLines = collection<ClaimLineDocument>('selfservice_claim_lines')
