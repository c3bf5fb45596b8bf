import { Refusal } from '@domain/kernel/errors'
import { stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { temporaryLink } from '@platform/storage'
import { reports, subscriptions } from './store'

const WEEKS_SHOWN = 12

export const openReport = handleWith(
  stats.openReport,
  ({ week }) => ({
    latest: reports.along({ where: {}, orderBy: [['_id', 'desc']], limit: WEEKS_SHOWN }),
    named: reports.along({ where: { _id: week ?? '' }, limit: 1 }),
    own: subscriptions.along({ where: {}, ofCaller: '_id', limit: 1 }),
  }),
  async (_ctx, { week }, { latest, named, own }) => {
    const shown = week === undefined ? latest[0] : named[0]
    if (!shown) throw new Refusal('STATS_NO_REPORT')
    const { _id, from, to, tiles, topics, fileId } = shown
    return {
      week: _id,
      from,
      to,
      tiles,
      topics,
      file: fileId === null ? null : await linkTo(fileId),
      subscribed: own.length > 0,
      weeks: latest.map(report => report._id),
    }
  },
)

/** The report is read also when its file is gone. */
async function linkTo(fileId: string): Promise<string | null> {
  try {
    return await temporaryLink(fileId, 'STATS_NO_REPORT')
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
