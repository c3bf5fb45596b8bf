import type { Person } from '@domain/kernel/schema'
import type { Day, Instant } from '@domain/kernel/time'
import type { DocumentCategory, DocumentState, FileKind } from '@domain/knowledge/document'
import type { AuthorWay, TermWordsView } from '@domain/knowledge/schemas'
import type { SuggestionKind, SuggestionState } from '@domain/knowledge/suggestion'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

type Colleague = z.output<typeof Person>

/** One word of the glossary. */
export interface TermDocument extends Document, TermWordsView {
  pinyin: string
  letter: string
  /** What was withdrawn stays, so that phones hear of it. */
  live: boolean
  version: number
  /** The glossary's version that brought the last change: what a phone asks for. */
  changedIn: number
  revisedAt: Instant
  /** Who brought it, whatever was changed since; absent: it was there before anybody was named, or their data is gone. */
  author?: Author
}

export interface Author {
  employeeId: string
  way: AuthorWay
}

/** There is one: every change of a word raises its version. */
export interface GlossaryDocument extends Document {
  version: number
  /** How many words there are. */
  terms: number
}

export const GLOSSARY_ID = 'words'

export interface SuggestionDocument extends Document {
  kind: SuggestionKind
  termId: string | null
  word: string
  words: string
  by: Colleague
  at: Instant
  state: SuggestionState
  answer: { reason: string; by: string; at: Instant } | null
}

/** Which suggestions of somebody wait; the id is the employee number. */
export interface SuggesterDocument extends Document {
  openIds: string[]
}

/** One edition's file. Its address leaves the room as a link of some minutes alone. */
export interface Edition {
  number: number
  fileId: string
  fileName: string
  kind: FileKind
  bytes: number
  note: string
  at: Instant
  by: string
}

/** A paper with its newest edition. */
export interface PaperDocument extends Document {
  title: string
  summary: string
  category: DocumentCategory
  state: DocumentState
  edition: Edition
  owner: Colleague
  departments: string[]
  /** For whom it is: see `readerKeysFor`. */
  readerKeys: string[]
  /** What it is found by. */
  terms: string[]
  expiresOn: Day | null
  /** The end of which the owner was told. */
  warnedOf: Day | null
  version: number
}

export interface EditionDocument extends Document, Edition {
  documentId: string
  /** For whom the document was when the next edition came; absent: it is the newest. */
  readerKeys?: readonly string[]
}

export type LookKind = 'term' | 'document'

/** That somebody has looked at a word or a document; one for each person and thing, so that it is counted once. */
export interface LookDocument extends Document {
  /** `<kind>:<id>` */
  subject: string
  /** Whether the document's file was opened. */
  downloaded: boolean
  /** When something of it became true that the tally does not know yet; 0: nothing. */
  uncountedSince: Instant
}

/** How many have looked; the timer counts. Its id is the look's subject. */
export interface TallyDocument extends Document {
  kind: LookKind
  people: number
  downloads: number
}

/** The words that somebody has collected, the latest first; its id is theirs. */
export interface WordbookDocument extends Document {
  termIds: string[]
}

export const terms = collection<TermDocument>('knowledge_terms')
export const glossary = collection<GlossaryDocument>('knowledge_glossary')
export const suggestions = collection<SuggestionDocument>('knowledge_suggestions')
export const suggesters = collection<SuggesterDocument>('knowledge_suggesters')
export const papers = collection<PaperDocument>('knowledge_documents')
export const editions = collection<EditionDocument>('knowledge_editions')
export const looks = collection<LookDocument>('knowledge_looks')
export const tallies = collection<TallyDocument>('knowledge_tallies')

export const wordbooks = collection<WordbookDocument>('knowledge_wordbooks')

export const lookIdOf = (subject: string, employeeId: string) => `${subject}:${employeeId}`

export function subjectOf(kind: LookKind, id: string): string {
  return `${kind}:${id}`
}
