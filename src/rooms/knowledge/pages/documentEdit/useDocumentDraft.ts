import { useMemo } from 'react'
import type { api, Output } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { type DocumentDraft, draftOfDocument, emptyDocument } from './documentDraft'

type Document = Output<typeof api.knowledge.openDocument>['document']

/** What the editor has changed lies on the phone, the file that was uploaded with it, and is laid over the document as it is now. */
export function useDocumentDraft(document: Document | undefined) {
  const beginning = useMemo(() => (document ? draftOfDocument(document) : emptyDocument), [document])
  const place = `knowledge.document.${document?.documentId ?? 'new'}`
  const { draft, change, drop } = useDraft<Partial<DocumentDraft>>(place, {})
  return { draft: { ...beginning, ...draft }, change, drop }
}
