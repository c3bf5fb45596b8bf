import { api } from '@/api'

/** What a host's change makes old. */
export const outdated = [
  api.live.openDesk,
  api.live.openRun,
  api.live.openEdit,
  api.live.openBroadcast,
  api.live.openBroadcasts,
  api.live.openDraw,
] as const
