import { dayOf } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { unannouncedYear } from '@domain/selfservice/serviceDays'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { versionCardOf } from './shuttleViews'
import { timetables } from './store'

const DRAFTS_MAX = 10
const HISTORY_MAX = 30
/** How early whoever keeps the timetable hears that holidays are not known. */
const WARNED_DAYS = 60

export const openShuttleDesk = handle(selfservice.openShuttleDesk, async ({ now }) => {
  const [drafts, history] = await Promise.all([
    timetables.find({ where: { state: 'draft' }, orderBy: [['at', 'desc']], limit: DRAFTS_MAX }),
    timetables.find({ where: { number: _.gt(0) }, orderBy: [['number', 'desc']], limit: HISTORY_MAX }),
  ])
  return {
    drafts: drafts.map(versionCardOf),
    history: history.map(versionCardOf),
    unannounced: unannouncedYear(dayOf(now), WARNED_DAYS),
    now,
  }
})
