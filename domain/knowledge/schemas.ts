import * as z from 'zod'
import { Count, EmployeeId, Instant, line, Person, text } from '../kernel/schema'
import { documentCategoryKeys, documentLimits, documentStates, fileKinds } from './document'
import { type SuggestionKind, type SuggestionState, suggestionKinds, suggestionStates } from './suggestion'
import { leads, termFieldKeys, termLimits } from './term'

/** A calendar day in UTC+8. */
const On = z.iso.date()
const Name = line(0, termLimits.nameMax)

/** A word as an editor writes it. */
export const TermWords = z
  .strictObject({
    zh: Name,
    en: Name,
    /** Empty: the Swedes say it in English. */
    sv: Name,
    abbreviation: line(0, termLimits.abbreviationMax),
    /** Other spellings under which it stands in texts. */
    aliases: z.array(line(2, termLimits.nameMax)).max(termLimits.aliasesMax),
    /** Which of the names colleagues say. */
    lead: z.enum(leads),
    field: z.enum(termFieldKeys),
    /** What it is, in one line. */
    gist: line(2, termLimits.gistMax),
    explanation: text(4, termLimits.explanationMax),
    /** What it is like, in other words than its own; may be empty. */
    likeness: line(0, termLimits.likenessMax),
    relatedIds: z.array(z.string().regex(/^[\w:.-]{1,60}$/)).max(termLimits.relatedMax),
    /** Who says so. */
    source: line(2, termLimits.sourceMax),
    /** Whether texts of the app explain it where it stands. */
    inText: z.boolean(),
  })
  .refine(words => words[words.lead] !== '', { message: 'a name to go by', path: ['lead'] })

export type TermWordsView = z.output<typeof TermWords>

/** A word as the glossary on the phone holds it. */
export const Term = z.object({
  termId: z.string(),
  zh: z.string(),
  en: z.string(),
  sv: z.string(),
  abbreviation: z.string(),
  aliases: z.array(z.string()),
  lead: z.enum(leads),
  field: z.enum(termFieldKeys),
  gist: z.string(),
  explanation: z.string(),
  likeness: z.string(),
  relatedIds: z.array(z.string()),
  source: z.string(),
  inText: z.boolean(),
  pinyin: z.string(),
  letter: z.string(),
  /** Raised by every change: an editor changes what they have read. */
  version: Count,
  revisedAt: Instant,
})
export type TermView = z.output<typeof Term>

export const authorWays = ['wrote', 'suggested'] as const
export type AuthorWay = (typeof authorWays)[number]

/** Whom to ask about a word, who is still here. */
export const TermAuthor = z.object({ person: Person, way: z.enum(authorWays) })

export const File = z.object({
  number: Count,
  fileName: z.string(),
  kind: z.enum(fileKinds),
  bytes: Count,
  note: z.string(),
  at: Instant,
  by: z.string(),
})
export type EditionView = z.output<typeof File>

/** A document without its file's address: that is given to whoever opens it, for some minutes. */
export const Document = z.object({
  documentId: z.string(),
  title: z.string(),
  summary: z.string(),
  category: z.enum(documentCategoryKeys),
  state: z.enum(documentStates),
  edition: File,
  owner: Person,
  /** None: everybody. */
  departments: z.array(z.string()),
  /** The last day on which it counts; null: until it is withdrawn. */
  expiresOn: On.nullable(),
  version: Count,
})
export type DocumentView = z.output<typeof Document>

/** How many colleagues have opened its page, and its file. */
export const Figures = z.object({ readers: Count, downloads: Count })

/** A document as an editor writes it. */
export const DocumentWords = z.strictObject({
  title: line(2, documentLimits.titleMax),
  summary: text(2, documentLimits.summaryMax),
  category: z.enum(documentCategoryKeys),
  ownerId: EmployeeId,
  departments: z
    .array(line(1, 20))
    .max(documentLimits.departmentsMax)
    .transform(names => [...new Set(names)]),
  expiresOn: On.nullable(),
})

export const Suggestion = z.object({
  suggestionId: z.string(),
  kind: z.enum(Object.keys(suggestionKinds) as [SuggestionKind, ...SuggestionKind[]]),
  /** What a correction is about. */
  termId: z.string().nullable(),
  word: z.string(),
  words: z.string(),
  by: Person,
  at: Instant,
  state: z.enum(Object.keys(suggestionStates) as [SuggestionState, ...SuggestionState[]]),
  /** What an editor has said. */
  answer: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type SuggestionView = z.output<typeof Suggestion>
