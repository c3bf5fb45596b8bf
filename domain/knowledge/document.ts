import { DAY_MS, type Day, dayOf, type Instant, startOfDay } from '../kernel/time'

/** What kind of paper a document is. */
export const documentCategories = {
  policy: '制度',
  process: '流程',
  form: '表单模板',
  faq: '常见问题',
} as const
export type DocumentCategory = keyof typeof documentCategories
export const documentCategoryKeys = Object.keys(documentCategories) as [
  DocumentCategory,
  ...DocumentCategory[],
]

/** `expired` is what the timer writes of what has ended; readers go by the clock. A new end brings it back. What was withdrawn stays so. */
export const documentStates = ['live', 'expired', 'withdrawn'] as const
export type DocumentState = (typeof documentStates)[number]
export const documentActions = ['revise', 'expire', 'withdraw'] as const
export type DocumentAction = (typeof documentActions)[number]

const steps: Record<DocumentState, Partial<Record<DocumentAction, DocumentState>>> = {
  live: { revise: 'live', expire: 'expired', withdraw: 'withdrawn' },
  expired: { revise: 'live', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The state after an action; null where it can't be done. */
export function nextDocumentState(state: DocumentState, action: DocumentAction): DocumentState | null {
  return steps[state][action] ?? null
}

export const documentLimits = {
  titleMax: 40,
  summaryMax: 300,
  departmentsMax: 30,
  noteMax: 60,
  bytesMax: 10 * 1024 * 1024,
} as const

/** The kinds of file that a phone in WeChat opens by itself. */
export const fileKinds = ['pdf', 'docx', 'xlsx', 'pptx'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a file is by the end of its name; null for what can't be a document. */
export function fileKindOf(fileName: string): FileKind | null {
  const end = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return fileKinds.find(kind => kind === end) ?? null
}

const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** Office's files are zip archives. */
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04]

/** Whether a file begins like what its name says it is: a page that calls itself a PDF opens as nothing. */
export function beginsLike(kind: FileKind, content: Uint8Array): boolean {
  const mark = kind === 'pdf' ? PDF_MARK : ZIP_MARK
  return mark.every((byte, index) => content[index] === byte)
}

/** What a reader's query asks for: a document for everybody has one key, another a key for each department. */
export function readerKeysFor(departments: readonly string[]): string[] {
  return departments.length === 0 ? ['all'] : departments.map(name => `department:${name}`)
}

/** The keys that open documents to somebody of a department. */
export function readerKeysOf(department: string): string[] {
  return ['all', `department:${department}`]
}

interface Guarded {
  state: DocumentState
  readerKeys: readonly string[]
  expiresOn: Day | null
}

/** Whether a colleague of a department may know of a document and open its file now, whether or not a timer has come by. */
export function mayRead(
  { state, readerKeys, expiresOn }: Guarded,
  { department, now }: { department: string; now: Instant },
): boolean {
  const isThere = state === 'live' && (expiresOn === null || expiresOn >= dayOf(now))
  return isThere && readerKeysOf(department).some(key => readerKeys.includes(key))
}

/** How many days before its end the owner is told. */
export const WARNED_DAYS = 30

/** The last day on which a document that ends is warned of, seen from now. */
export function warnedUntil(now: Instant): Day {
  return dayOf(now + WARNED_DAYS * DAY_MS)
}

/** "还有 22 天": counted from today, as people count, where `daysLeft` has the last day as one more. */
export function sayLeft(expiresOn: Day, now: Instant): string {
  const ahead = daysLeft(expiresOn, now) - 1
  return ahead === 0 ? '今天最后一天' : `还有 ${ahead} 天`
}

/** Whole days until a document is hidden: it is there on its last day. */
export function daysLeft(expiresOn: Day, now: Instant): number {
  return Math.round((startOfDay(expiresOn) - startOfDay(dayOf(now))) / DAY_MS) + 1
}
