import type { HappyHourRun } from '@domain/coin/ruling'
import { Refusal } from '@domain/kernel/errors'
import { type Day, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { adviceOf, daysLookedAt, type RunningHour } from '@domain/stats/advice'
import type { AdviserView } from '@domain/stats/contract'
import { dayAfter } from '@domain/stats/events'
import { _ } from '@platform/cloud'
import { happyHoursSince } from '../coin/public'
import { daily, PROGRESS_ID, type ProgressDocument, progress } from './store'

const DAYS_MAX = 1_000

/** What comes along with the caller. */
export const adviceAlong = () => ({ state: progress.along({ where: { _id: PROGRESS_ID }, limit: 1 }) })

/**
 * What to say about Happy Hours now. Two requests.
 * @throws Refusal STATS_NOTHING_YET
 */
export async function readAdvice(
  { state: [state] }: { state: readonly ProgressDocument[] },
  now: Instant,
): Promise<AdviserView> {
  if (!state?.last) throw new Refusal('STATS_NOTHING_YET')
  const { happyHours, since } = await happyHoursSince(now)
  const grounds = {
    // The running day is not over, and would look like a quiet evening.
    over: state.last === dayOf(now) ? state.last : dayAfter(state.last),
    running: happyHours.map(runningHour),
    since: since === null ? null : dayOf(since),
  }
  const days = await daily.find({
    where: { _id: _.in(daysLookedAt(grounds)) },
    orderBy: [['_id', 'asc']],
    limit: DAYS_MAX,
    fields: ['_id', 'byHalfHour'],
  })
  return adviceOf({ ...grounds, days: days.map(({ _id, byHalfHour }) => ({ on: _id, byHalfHour })) })
}

function runningHour({ since, freeFrom, beside, fromMinute, toMinute, weekdays }: HappyHourRun): RunningHour {
  const until = since ?? freeFrom
  return {
    ...{ fromMinute, toMinute, weekdays, beside },
    since: since === null ? null : firstWholeDay(since),
    free: { from: firstWholeDay(freeFrom), until: dayOf(until) },
  }
}

function firstWholeDay(at: Instant): Day {
  const on = dayOf(at)
  return startOfDay(on) === at ? on : dayAfter(on)
}
