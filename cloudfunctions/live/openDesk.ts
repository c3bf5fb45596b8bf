import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { _ } from '@platform/cloud'
import { webHosts } from '@platform/configuration'
import { handle } from '@platform/context'
import { type BroadcastDocument, broadcasts, scheduleOf, tallies } from './store'
import { cardFields, cardView } from './views'

export const openDesk = handle(live.openDesk, async ({ now }, { after }) => {
  const found = await broadcasts.find({
    where: after === undefined ? {} : { endKey: _.lt(after) },
    orderBy: [['endKey', 'desc']],
    limit: limits.pageSize + 1,
    fields: [...cardFields, 'version', 'endKey'],
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ endKey }) => endKey)
  const ids = rows.map(({ _id }) => _id)
  const counted =
    ids.length === 0
      ? []
      : await tallies.find({
          where: { _id: _.in(ids) },
          limit: ids.length,
          fields: ['_id', 'reminders', 'viewers'],
        })
  const tallyOf = new Map(counted.map(tally => [tally._id, tally]))
  return {
    broadcasts: rows.map(row => ({
      ...cardView(row, now),
      version: row.version,
      reminders: tallyOf.get(row._id)?.reminders ?? 0,
      viewers: tallyOf.get(row._id)?.viewers ?? 0,
    })),
    next,
    webHosts: webHosts(),
    now,
  }
})

export const openEdit = handle(live.openEdit, async ({ now }, { broadcastId }) => {
  const broadcast = await broadcasts.get(broadcastId)
  if (!broadcast) throw new Refusal('LIVE_BROADCAST_MISSING')
  const { coverFileId, version } = broadcast
  const status = statusAt(scheduleOf(broadcast), now)
  return { words: wordsOf(broadcast), coverFileId, status, version, webHosts: webHosts(), now }
})

/** What a host writes of it. */
export function wordsOf(broadcast: BroadcastDocument) {
  const { title, summary, place, topic, platform, shownFrom, startsAt, endsAt, reward, prizes } = broadcast
  return { title, summary, place, topic, platform, shownFrom, startsAt, endsAt, reward, prizes }
}
