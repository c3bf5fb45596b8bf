import type { api, Output } from '@/api'
import { slotTime } from './centre/slotWords'
import type { ScanAnswer } from './ScanResults'

type Result = Output<typeof api.booking.checkInVisitors>['results'][number]

/** The hour is said where the ticket is for another. */
export function slotAnswerOf({ code, name, party, outcome, startsAt }: Result): ScanAnswer {
  const answer = { code, name, party, outcome }
  return outcome === 'notOpen' && startsAt !== null ? { ...answer, hour: slotTime(startsAt) } : answer
}
