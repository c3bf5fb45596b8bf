import { Refusal } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { adviceOf } from '@domain/stats/advice'
import { stats } from '@domain/stats/contract'
import { dayAfter } from '@domain/stats/events'
import type { DayFigures } from '@domain/stats/figures'
import { handleWith } from '@platform/context'
import { happyHoursSince } from '../coin/public'
import { daysBefore } from './roll'
import { PROGRESS_ID, progress } from './store'

/** Far enough back to tell, near enough to be like today: twelve weeks on either side. */
const DAYS = 84

export const openAdviser = handleWith(
  stats.openAdviser,
  () => ({ state: progress.along({ where: { _id: PROGRESS_ID }, limit: 1 }) }),
  async ({ now }, _input, { state: [state] }) => {
    if (!state?.last) throw new Refusal('STATS_NOTHING_YET')
    const { happyHours, since } = await happyHoursSince(now)
    // The running day is not over, and would look like a quiet evening.
    const over = state.last === dayOf(now) ? state.last : dayAfter(state.last)
    const first = since === null ? over : dayOf(since)
    const [before, after] = await Promise.all([
      daysBefore(first, DAYS),
      since === null ? [] : daysBefore(over, DAYS),
    ])
    return adviceOf({
      before: before.map(counted),
      after: after.filter(({ _id }) => _id >= first).map(counted),
      running: happyHours,
      since: since === null ? null : first,
    })
  },
)

function counted({ _id, byHalfHour }: DayFigures) {
  return { on: _id, byHalfHour }
}
