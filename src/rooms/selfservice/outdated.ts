import { api } from '@/api'

/** What favouring a line makes old. */
export const ridingQueries = [
  api.selfservice.openShuttle,
  api.selfservice.openLine,
  api.selfservice.openTimetable,
] as const

/** What a change of a draft makes old. */
export const draftQueries = [
  api.selfservice.openShuttleDesk,
  api.selfservice.openDraft,
  api.selfservice.openDraftLine,
  api.selfservice.previewDraft,
] as const
