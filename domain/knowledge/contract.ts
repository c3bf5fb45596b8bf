import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Id, Instant, line, Reason, text } from '../kernel/schema'
import { documents } from './documentContract'
import { Document, Suggestion, Term, TermAuthor, TermWords } from './schemas'
import { type SuggestionKind, suggestionKinds } from './suggestion'
import { termLimits } from './term'
import { WORDBOOK_MAX } from './wordbook'

/** What an editor has read of a word. */
const ReadTerm = z.strictObject({ termId: Id, version: Count })

const WordbookIds = z.array(Id).max(WORDBOOK_MAX)

const glossary = {
  /**
   * What has changed in the glossary since the version that the phone holds; all of it since 0, nothing where nothing
   * has.
   */
  openGlossary: query({
    access: 'employee',
    input: z.strictObject({ since: Count }),
    output: z.object({
      version: Count,
      changed: z.array(Term),
      goneIds: z.array(z.string()),
      /** The words that the caller has collected, the latest first. */
      wordbook: z.array(z.string()),
    }),
    errors: [],
  }),
  /** Takes words into the caller's own book, and out of it. */
  changeWordbook: command({
    access: 'employee',
    input: z.strictObject({ taken: WordbookIds, dropped: WordbookIds }),
    output: z.object({ termIds: z.array(z.string()) }),
    errors: [],
  }),
  /** Notes that the caller has looked at a word or a document, and tells how many have, and who brought the word. */
  lookUp: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ kind: z.enum(['term', 'document']), id: Id }),
    output: z.object({ people: Count, canEdit: z.boolean(), author: TermAuthor.nullable() }),
    errors: ['KNOWLEDGE_TERM_MISSING', 'KNOWLEDGE_DOCUMENT_MISSING'],
  }),
  /** A new word, or a change of one. */
  saveTerm: command({
    access: 'knowledge.edit',
    input: z.strictObject({ of: ReadTerm.optional(), words: TermWords }),
    output: z.object({ termId: z.string(), version: Count }),
    errors: ['KNOWLEDGE_TERM_MISSING', 'KNOWLEDGE_CHANGED', 'KNOWLEDGE_GLOSSARY_FULL'],
    budget: { requests: 7, because: 'word and glossary are read and written, and the result' },
  }),
  withdrawTerm: command({
    access: 'knowledge.edit',
    input: ReadTerm.extend({ reason: Reason }),
    output: z.object({ withdrawn: z.literal(true) }),
    errors: ['KNOWLEDGE_TERM_MISSING', 'KNOWLEDGE_CHANGED'],
    budget: { requests: 7, because: 'word and glossary are read and written, and the result' },
  }),
}

const suggestions = {
  /** What the caller has suggested, the newest first, and what became of it. */
  openSuggest: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ suggestions: z.array(Suggestion), now: Instant }),
    errors: [],
  }),
  suggestTerm: command({
    access: 'employee',
    publishes: true,
    input: z.strictObject({
      kind: z.enum(Object.keys(suggestionKinds) as [SuggestionKind, ...SuggestionKind[]]),
      /** What a correction is about. */
      termId: Id.optional(),
      word: line(1, termLimits.nameMax),
      words: text(2, termLimits.explanationMax),
    }),
    output: z.object({ suggestionId: z.string() }),
    errors: [
      'KNOWLEDGE_TERM_MISSING',
      'KNOWLEDGE_SUGGESTIONS_FULL',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
  openSuggestion: query({
    access: 'knowledge.edit',
    input: z.strictObject({ suggestionId: Id }),
    output: z.object({ suggestion: Suggestion, now: Instant }),
    errors: ['KNOWLEDGE_SUGGESTION_MISSING'],
  }),
  /** The word goes into the glossary as the editor has written it, and its author is told. */
  acceptSuggestion: command({
    access: 'knowledge.edit',
    input: z.strictObject({
      suggestionId: Id,
      of: ReadTerm.optional(),
      words: TermWords,
      reason: Reason,
    }),
    /** `told`: whoever suggested it is still there, and has a notice. */
    output: z.object({ termId: z.string(), version: Count, told: z.boolean() }),
    errors: [
      'KNOWLEDGE_SUGGESTION_MISSING',
      'KNOWLEDGE_SUGGESTION_ANSWERED',
      'KNOWLEDGE_TERM_MISSING',
      'KNOWLEDGE_CHANGED',
      'KNOWLEDGE_GLOSSARY_FULL',
    ],
    budget: {
      requests: 11,
      because: 'suggestion, author, word and glossary are read and written together; notice and result',
    },
  }),
  refuseSuggestion: command({
    access: 'knowledge.edit',
    input: z.strictObject({ suggestionId: Id, reason: Reason }),
    output: z.object({ refused: z.literal(true), told: z.boolean() }),
    errors: ['KNOWLEDGE_SUGGESTION_MISSING', 'KNOWLEDGE_SUGGESTION_ANSWERED'],
    budget: { requests: 8, because: 'as a command, and its author is told, if they are still there' },
  }),
}

const Ranked = z.object({ id: z.string(), title: z.string(), people: Count, downloads: Count })

const desk = {
  /** The editors' desk: what waits, what ends, and what is read. */
  openDesk: query({
    access: 'knowledge.edit',
    input: z.strictObject({}),
    output: z.object({
      waiting: z.array(Suggestion),
      ending: z.array(Document),
      /** The words most looked up; a document's title comes along, a word's is in the glossary. */
      topTerms: z.array(Ranked),
      topDocuments: z.array(Ranked),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because:
        'caller; suggestions, ending documents and the two rankings at once; titles of ranked documents',
    },
  }),
}

export const knowledge = { ...glossary, ...documents, ...suggestions, ...desk }
