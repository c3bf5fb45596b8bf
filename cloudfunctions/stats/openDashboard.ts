import { stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { dashboardAlong, readDashboard } from './readDashboard'

/** Roll-ups alone: the caller with months and progress in one request, the days in a second, a department's in a third. */
export const openDashboard = handleWith(
  stats.openDashboard,
  dashboardAlong,
  async ({ now }, input, along) => {
    const { view } = await readDashboard(input, along, now)
    return view
  },
)
