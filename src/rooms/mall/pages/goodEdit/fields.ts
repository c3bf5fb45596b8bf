import type { GoodDraft } from './goodDraft'

/** What each part of the form reads and changes. */
export interface FieldsProps {
  draft: GoodDraft
  change: (part: Partial<GoodDraft>) => void
}
