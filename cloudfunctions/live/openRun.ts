import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { MESSAGES_SHOWN } from '@domain/live/message'
import { slotStart } from '@domain/live/presence'
import { handleWith } from '@platform/context'
import { ruleOf } from '../coin/public'
import { saidIn, spokenAlong, spokenFrom, talkAlong } from '../forum/public'
import {
  type BroadcastDocument,
  broadcasts,
  type DrawDocument,
  draws,
  type TallyDocument,
  talkIdOf,
  tallies,
} from './store'
import { cardView, drawFields, drawView, messageView } from './views'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  tally: tallies.along({ where: { _id: broadcastId }, limit: 1 }),
  draw: draws.along({ where: { _id: broadcastId }, limit: 1, fields: drawFields }),
  talk: talkAlong(talkIdOf(broadcastId)),
  spoken: spokenAlong(talkIdOf(broadcastId), MESSAGES_SHOWN),
})

export const openRun = handleWith(live.openRun, along, async ({ now }, _input, read) => {
  const [broadcast] = read.broadcast
  if (!broadcast) throw new Refusal('LIVE_BROADCAST_MISSING')
  const [{ said }, won] = await Promise.all([spokenFrom(read.spoken), ruleOf('live.won', now)])
  const { version, replay, answering, _id } = broadcast
  return {
    broadcast: {
      ...cardView(broadcast, now),
      version,
      talkId: talkIdOf(_id),
      replay: replay?.platform ?? null,
    },
    figures: figuresOf(read.tally[0], saidIn(read.talk)),
    latest: said.map(messageView),
    answering,
    draw: deskDraw(broadcast, read.draw[0], won.base),
    now,
  }
})

/** What the timer has counted, and what was said up to now. */
export function figuresOf(tally: TallyDocument | undefined, messages: number) {
  const {
    reminders = 0,
    viewers = 0,
    watching = 0,
    peak = 0,
    peakAt = null,
    rewarded = 0,
    coins = 0,
  } = tally ?? {}
  return {
    ...{ reminders, viewers, watching, peak, peakAt, messages, rewarded, coins },
    slots: (tally?.slots ?? []).map(({ slot, people }) => ({ at: slotStart(slot), people })),
    countedAt: tally?.at ?? null,
  }
}

function deskDraw(broadcast: BroadcastDocument, draw: DrawDocument | undefined, coins: number) {
  const summary = drawView(broadcast, draw, coins)
  return (
    summary && {
      ...summary,
      winners: (draw?.winners ?? []).map(one => ({ ...one, left: one.left ?? false })),
    }
  )
}
