import type { DocumentCategory } from '@domain/knowledge/document'
import type { api, Input, Output } from '@/api'
import type { PickedFile } from '@/rooms/documentFile'
import type { Colleague } from '@/rooms/identity/public'

type Words = Input<typeof api.knowledge.saveDocument>['words']
type Document = Output<typeof api.knowledge.openDocument>['document']

export interface DocumentDraft {
  title: string
  summary: string
  category: DocumentCategory
  owner: Colleague | undefined
  /** As the roster names them; none: everybody. */
  departments: readonly string[]
  /** Empty: until it is withdrawn. */
  expiresOn: string
  file: Pick<PickedFile, 'fileId' | 'fileName'> | undefined
  note: string
}

export const emptyDocument: DocumentDraft = {
  title: '',
  summary: '',
  category: 'policy',
  owner: undefined,
  departments: [],
  expiresOn: '',
  file: undefined,
  note: '',
}

export function draftOfDocument(document: Document): DocumentDraft {
  const { title, summary, category, owner, departments, expiresOn } = document
  return {
    ...emptyDocument,
    ...{ title, summary, category, owner },
    departments,
    expiresOn: expiresOn ?? '',
  }
}

export function wordsOfDocument(draft: DocumentDraft, ownerId: string): Words {
  const { title, summary, category, departments, expiresOn } = draft
  return { title, summary, category, ownerId, departments: [...departments], expiresOn: expiresOn || null }
}

const WORDS_MIN = 2

/** What is missing, in the order of the form; undefined when it can be saved. */
export function documentProblem(draft: DocumentDraft, isNew: boolean): string | undefined {
  if (isNew && !draft.file) return '先选一个文件'
  if (draft.title.trim().length < WORDS_MIN) return '写一个标题'
  if (draft.summary.trim().length < WORDS_MIN) return '写下它讲什么'
  if (!draft.owner) return '选一位负责人'
  return undefined
}
