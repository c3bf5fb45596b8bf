import { Refusal } from '@domain/kernel/errors'
import { SECOND_MS } from '@domain/kernel/time'
import { broadcastTable, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { MESSAGES_SHOWN, toldFrom } from '@domain/live/message'
import { handleUnasked } from '@platform/context'
import { rememberEach } from '@platform/memory'
import { saidIn, saidThere, spokenAlong, spokenFrom, talkAlong } from '../forum/public'
import { broadcastOf } from './pass'
import { type BroadcastDocument, broadcasts, draws, scheduleOf, talkIdOf, tallies } from './store'
import { heartsOf, messageView } from './views'

/** So long an instance answers out of what it has read: less than the time between two questions of one phone. */
const FRESH_MS = 2 * SECOND_MS

/** What is the same for everybody who watches. One request for all who ask an instance meanwhile. */
const momentOf = rememberEach(FRESH_MS, async (broadcastIds: readonly string[]) => {
  const moments = await Promise.all(broadcastIds.map(readMoment))
  return new Map(moments.flatMap((moment, place) => (moment ? [[broadcastIds[place] ?? '', moment]] : [])))
})

async function readMoment(broadcastId: string) {
  const talkId = talkIdOf(broadcastId)
  const read = await broadcasts.findWith(
    { _id: broadcastId },
    {
      tally: tallies.along({
        where: { _id: broadcastId },
        limit: 1,
        fields: ['_id', 'watching', 'hearts', 'at'],
      }),
      draw: draws.along({ where: { _id: broadcastId }, limit: 1, fields: ['_id', 'state'] }),
      talk: talkAlong(talkId),
      spoken: spokenAlong(talkId, MESSAGES_SHOWN),
    },
  )
  if (!read) return null
  const { document, found } = read
  const spoken = await spokenFrom(found.spoken)
  return {
    broadcast: { ...document, answering: await standingOf(document, spoken) },
    watching: found.tally[0]?.watching ?? 0,
    hearts: heartsOf(found.tally[0]),
    draw: document.prizes.length > 0 ? (found.draw[0]?.state ?? null) : null,
    total: saidIn(found.talk),
    ...spoken,
  }
}

type Spoken = Awaited<ReturnType<typeof spokenFrom>>

/** What is being answered, unless moderators have taken it back. Seldom a request: mostly it was said lately. */
async function standingOf({ _id, answering }: BroadcastDocument, spoken: Spoken) {
  if (!answering || spoken.said.some(({ messageId }) => messageId === answering.messageId)) return answering
  return (await saidThere(talkIdOf(_id), answering.messageId)) ? answering : null
}

export const pulse = handleUnasked(live.pulse, async ({ openid, now }, { pass, since }) => {
  const broadcastId = broadcastOf(pass, openid, now)
  if (broadcastId === null) throw new Refusal('LIVE_PASS_OVER')
  const moment = (await momentOf([broadcastId])).get(broadcastId)
  const status = moment && statusAt(scheduleOf(moment.broadcast), now)
  if (!status || !broadcastTable[status].shown) throw new Refusal('LIVE_BROADCAST_MISSING')
  const from = toldFrom(since)
  const { startsAt, endsAt, answering } = moment.broadcast
  return {
    status,
    startsAt,
    endsAt,
    watching: moment.watching,
    hearts: moment.hearts,
    total: moment.total,
    fresh: moment.said.filter(({ changedAt }) => changedAt > from).map(messageView),
    gone: moment.gone.filter(({ changedAt }) => changedAt > from).map(({ messageId }) => messageId),
    answering,
    draw: moment.draw,
    now,
  }
})
