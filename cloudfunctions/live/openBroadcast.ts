import { can } from '@domain/access/roles'
import { topicIdOf } from '@domain/forum/topics'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { broadcastTable, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { MESSAGES_SHOWN } from '@domain/live/message'
import { allowedPlatform } from '@domain/live/platform'
import { minutesPresent } from '@domain/live/presence'
import { webHosts } from '@platform/configuration'
import { type Employee, handleWith } from '@platform/context'
import { happyHour, ruleOf } from '../coin/public'
import { likedIn, saidIn, spokenFrom, spokenMineAlong, talkAlong } from '../forum/public'
import { ownAlong, ownIn } from './own'
import { passFor } from './pass'
import {
  type BroadcastDocument,
  broadcasts,
  draws,
  type Presence,
  scheduleOf,
  type TallyDocument,
  talkIdOf,
  tallies,
} from './store'
import { cardView, drawFields, drawView, heartsOf, messageView } from './views'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  own: ownAlong(broadcastId),
  tally: tallies.along({
    where: { _id: broadcastId },
    limit: 1,
    fields: ['_id', 'reminders', 'watching', 'hearts', 'at'],
  }),
  draw: draws.along({ where: { _id: broadcastId }, limit: 1, fields: drawFields }),
  talk: talkAlong(talkIdOf(broadcastId)),
  spoken: spokenMineAlong(talkIdOf(broadcastId), MESSAGES_SHOWN),
})

export const openBroadcast = handleWith(live.openBroadcast, along, async (ctx, _input, read) => {
  const { employee, now, openid } = ctx
  const broadcast = seen(read.broadcast[0], employee, now)
  const own = ownIn(read.own)
  const [tally] = read.tally
  const [{ said, gone }, running, joined, won] = await Promise.all([
    spokenFrom(read.spoken),
    happyHour(now),
    ruleOf('live.joined', now),
    ruleOf('live.won', now),
  ])
  return {
    broadcast: {
      ...wholeView(broadcast, now),
      reward: broadcast.reward && { ...broadcast.reward, coins: joined.base },
      reminders: remindersOf(tally, own),
    },
    mine: {
      reminded: own.wants ?? false,
      minutes: minutesPresent(own),
      earned: own.earned ?? null,
      heart: { on: own.hearted ?? false, since: own.heartedAt ?? 0 },
    },
    watching: tally?.watching ?? 0,
    hearts: heartsOf(tally),
    messages: {
      latest: said.map(messageView),
      total: saidIn(read.talk),
      liked: likedIn(read.spoken),
    },
    answering: gone.some(({ messageId }) => messageId === broadcast.answering?.messageId)
      ? null
      : broadcast.answering,
    draw: drawView(broadcast, read.draw[0], won.base),
    happyHour: running,
    pass: passFor(broadcast._id, openid, now),
    canHost: can(employee.grants, 'live.host'),
    now,
  }
})

/**
 * What colleagues see; its hosts see what is prepared as well.
 * @throws Refusal LIVE_BROADCAST_MISSING
 */
export function seen(
  broadcast: BroadcastDocument | undefined,
  { grants }: Pick<Employee, 'grants'>,
  now: Instant,
): BroadcastDocument {
  const isSeen =
    broadcast && (broadcastTable[statusAt(scheduleOf(broadcast), now)].shown || can(grants, 'live.host'))
  if (!isSeen) throw new Refusal('LIVE_BROADCAST_MISSING')
  return broadcast
}

function wholeView(broadcast: BroadcastDocument, now: Instant) {
  const { _id, summary, host, topic, platform, replay } = broadcast
  const hosts = webHosts()
  return {
    ...cardView(broadcast, now),
    summary,
    hostName: host.name,
    topic: topic === '' ? null : { topicId: topicIdOf(topic), name: topic },
    platform: allowedPlatform(platform, hosts),
    replay: replay && replay.from <= now ? allowedPlatform(replay.platform, hosts) : null,
    replayFrom: replay?.from ?? null,
    talkId: talkIdOf(_id),
  }
}

/** The count, with what the caller has changed since it was made. */
function remindersOf(
  tally: Pick<TallyDocument, 'reminders' | 'at'> | undefined,
  { wants = false, wantsAt = 0 }: Presence,
): number {
  const isFresh = wants && wantsAt > (tally?.at ?? 0)
  return (tally?.reminders ?? 0) + (isFresh ? 1 : 0)
}
