import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, FileId, Id, Instant, line, NextCursor, Reason } from '../kernel/schema'
import { documentCategoryKeys, documentLimits, documentStates } from './document'
import { Document, DocumentWords, Figures, File } from './schemas'

const Held = Document.extend(Figures.shape)

/** The house's papers: each for everybody or for some departments, in editions, until a day. */
export const documents = {
  /** The documents of one category that are for the caller, the newest first. */
  openLibrary: query({
    access: 'employee',
    input: z.strictObject({ category: z.enum(documentCategoryKeys), after: Cursor.optional() }),
    output: z.object({
      documents: z.array(Document),
      next: NextCursor,
      /** With the first page alone: how many of each category are for the caller. */
      counts: z.record(z.enum(documentCategoryKeys), Count).nullable(),
      now: Instant,
    }),
    errors: [],
  }),
  /** The caller's documents whose title or summary says what was typed, also in pinyin. */
  findDocuments: query({
    access: 'employee',
    input: z.strictObject({ text: line(1, 40) }),
    output: z.object({ documents: z.array(Document), now: Instant }),
    errors: [],
  }),
  openDocument: query({
    access: 'employee',
    input: z.strictObject({ documentId: Id }),
    output: z.object({
      document: Held,
      /** Every edition, the newest first: whoever may read the document may read what it said before. */
      editions: z.array(File),
      canEdit: z.boolean(),
      now: Instant,
    }),
    errors: ['KNOWLEDGE_DOCUMENT_MISSING'],
  }),
  /** Where the file lies, for some minutes, that of an earlier edition as well. The newest counts as opened. */
  takeDocument: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ documentId: Id, number: Count.optional() }),
    output: z.object({ url: z.string(), fileName: z.string(), kind: File.shape.kind }),
    errors: ['KNOWLEDGE_DOCUMENT_MISSING', 'KNOWLEDGE_FILE_MISSING'],
  }),
  /** What the editors keep, in whatever state, with how often it is read. */
  listDocuments: query({
    access: 'knowledge.edit',
    input: z.strictObject({ state: z.enum(documentStates), after: Cursor.optional() }),
    output: z.object({ documents: z.array(Held), next: NextCursor, now: Instant }),
    errors: [],
  }),
  /** The departments of the roster with how many colleagues each has, the largest first. */
  listDepartments: query({
    access: 'knowledge.edit',
    input: z.strictObject({}),
    output: z.object({ departments: z.array(z.object({ name: z.string(), people: Count })) }),
    errors: [],
    budget: { requests: 30, because: 'caller; the roster, a thousand people each, once in ten minutes' },
  }),
  /** A new document, or another one's words; with a file it gets its next edition. */
  saveDocument: command({
    access: 'knowledge.edit',
    input: z.strictObject({
      /** With the version that the editor has read; absent: a new one. */
      of: z.strictObject({ documentId: Id, version: Count }).optional(),
      words: DocumentWords,
      file: z
        .strictObject({ fileId: FileId, fileName: line(3, 80), note: line(0, documentLimits.noteMax) })
        .optional(),
    }),
    output: z.object({ documentId: z.string(), edition: Count, version: Count }),
    errors: [
      'KNOWLEDGE_DOCUMENT_MISSING',
      'KNOWLEDGE_CHANGED',
      'KNOWLEDGE_FILE_MISSING',
      'KNOWLEDGE_FILE_UNFIT',
      'KNOWLEDGE_OWNER_MISSING',
      'KNOWLEDGE_DEPARTMENT_MISSING',
      'KNOWLEDGE_EXPIRY_WRONG',
    ],
    budget: {
      requests: 15,
      because:
        'caller, owner, the roster for its departments, one more for each that is new on it; document, edition and result; an upload is addressed, read and written to storage besides',
    },
  }),
  /** Hides a document for good; its editions stay with the editors. */
  withdrawDocument: command({
    access: 'knowledge.edit',
    input: z.strictObject({ documentId: Id, version: Count, reason: Reason }),
    output: z.object({ state: z.enum(documentStates) }),
    errors: ['KNOWLEDGE_DOCUMENT_MISSING', 'KNOWLEDGE_CHANGED'],
  }),
}
