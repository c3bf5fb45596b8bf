import { HOUR_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { lines, timetables } from './store'

/** Longer than an import may take. */
const STAGING_LIFE_MS = HOUR_MS
const SWEPT_MAX = 10

/** Clears away what dropped drafts and imports that died have left; a timer calls it. */
export async function sweepTimetables(now: Instant): Promise<number> {
  const [dead, dropped] = await Promise.all([
    timetables.find({
      where: { state: 'staging', at: _.lt(now - STAGING_LIFE_MS) },
      limit: SWEPT_MAX,
      fields: ['_id'],
    }),
    timetables.find({ where: { state: 'dropped' }, limit: SWEPT_MAX, fields: ['_id'] }),
  ])
  const ids = [...dead, ...dropped].map(({ _id }) => _id)
  for (const versionId of ids) {
    await lines.removeWhere({ versionId })
    await timetables.removeWhere({ _id: versionId, state: _.in(['staging', 'dropped']) })
  }
  return ids.length
}
