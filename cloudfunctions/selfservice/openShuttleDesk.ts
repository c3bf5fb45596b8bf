import { selfservice } from '@domain/selfservice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { versionCardOf } from './shuttleViews'
import { timetables } from './store'

const DRAFTS_MAX = 10
const HISTORY_MAX = 30

export const openShuttleDesk = handle(selfservice.openShuttleDesk, async ({ now }) => {
  const [drafts, history] = await Promise.all([
    timetables.find({ where: { state: 'draft' }, orderBy: [['at', 'desc']], limit: DRAFTS_MAX }),
    timetables.find({ where: { number: _.gt(0) }, orderBy: [['number', 'desc']], limit: HISTORY_MAX }),
  ])
  return { drafts: drafts.map(versionCardOf), history: history.map(versionCardOf), now }
})
