import type { BroadcastDraft } from '../../broadcastDraft'

export interface FieldsProps {
  draft: BroadcastDraft
  change: (part: Partial<BroadcastDraft>) => void
}
