import { DAY_MS, type Day, dayOf, type Instant } from '../kernel/time'
import type { CandidateAction, CandidateKind } from './candidate'

export const interviewLimits = { placeMax: 40 } as const

/** When and where an interview is, as far as it is settled. */
export interface Interview {
  on: Day | null
  /** "14:30" */
  time: string | null
  place: string
}

/** Whether a step settles an interview. */
export const settlesInterview = (action: CandidateAction): boolean =>
  action === 'interview' || action === 'arrange'

/** What of it whoever the candidate belongs to reads: of a friend's no more than the day. Null: nothing is settled. */
export function interviewFor(kind: CandidateKind, interview: Interview | null | undefined): Interview | null {
  if (!interview) return null
  const seen = kind === 'internal' ? interview : { on: interview.on, time: null, place: '' }
  return seen.on || seen.place ? seen : null
}

/**
 * "11 月 26 日 14:30，嘉定三楼"
 * @param now whose reader it is: then tomorrow is called so; absent: it is read some day
 */
export function sayInterview({ on, time, place }: Interview, now?: Instant): string {
  const when = [on && sayDay(on, now), time].filter(Boolean).join(' ')
  return [when, place].filter(Boolean).join('，')
}

function sayDay(on: Day, now: Instant | undefined): string {
  if (now !== undefined && on === dayOf(now)) return '今天'
  if (now !== undefined && on === dayOf(now + DAY_MS)) return '明天'
  const [year = '', month = '', day = ''] = on.split('-')
  const date = `${Number(month)} 月 ${Number(day)} 日`
  return now === undefined || year === dayOf(now).slice(0, 4) ? date : `${year} 年 ${date}`
}
