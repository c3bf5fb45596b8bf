import type { LiveMessageView } from '@domain/live/views'
import type { api, Output } from '@/api'

export type Opened = Output<typeof api.live.openBroadcast>

/** What each face of a broadcast is drawn from. */
export interface PartProps {
  opened: Opened
  /** As last heard: a host may have moved them. */
  times: { startsAt: number; endsAt: number }
  messages: readonly LiveMessageView[]
  now: number
  offsetMs: number
  /** The reader goes to where the picture is. */
  onGo: () => void
}
