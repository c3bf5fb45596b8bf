import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import {
  type BroadcastAction,
  canDo,
  isNearEnough,
  isOver,
  scheduleAfter,
  statusAt,
} from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { shards } from '@domain/live/presence'
import { type EmployeeContext, handle, handleWith } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { closeTalk, openTalk } from '../forum/public'
import { freshDraw } from './codes'
import { tellItsTopic } from './ofTopic'
import { asRead, assertAllowed, talkOf, withHost } from './saveBroadcast'
import {
  type BroadcastDocument,
  broadcasts,
  draws,
  presenceIdOf,
  presences,
  scheduleOf,
  talkIdOf,
} from './store'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1, fields: ['_id', 'version'] }),
})

export const moveBroadcast = handleWith(
  live.moveBroadcast,
  along,
  async (ctx, { broadcastId, version, action, until }, read) => {
    if (action === 'publish' && read.broadcast[0]?.version === version) await makeRoom(broadcastId)
    const fresh = freshDraw(broadcastId)
    let moved: { before: object; after: object } | undefined
    return ctx.transaction(
      async tx => {
        const broadcast = await asRead(tx, { broadcastId, version })
        const schedule = scheduleOf(broadcast)
        const after = afterAction(broadcast, action, { now: ctx.now, until: until ?? null })
        moved = { before: schedule, after: { action, ...after } }
        const { stage, shownFrom, startsAt, endsAt } = after
        await broadcasts.in(tx).update(broadcastId, {
          ...{ stage, shownFrom, startsAt, endsAt, endKey: sortKey(endsAt, broadcastId) },
          hostIds: withHost(broadcast.hostIds, ctx.employee.id),
          version: version + 1,
          ...(action === 'publish' ? { upkeep: 'running' as const } : {}),
          ...(action === 'cancel' ? calledOff(broadcast.upkeep) : {}),
        })
        if (action === 'publish') await open(tx, broadcast, fresh, ctx)
        if (action === 'withdraw' || (action === 'cancel' && schedule.stage === 'open'))
          await closeTalk(tx, talkIdOf(broadcastId))
        await tellItsTopic(tx, { ...broadcast, stage, shownFrom, startsAt, endsAt }, { at: ctx.now })
        return { status: statusAt(after, ctx.now), version: version + 1 }
      },
      () => ({ subject: `${broadcasts.name}/${broadcastId}`, before: moved?.before, after: moved?.after }),
    )
  },
)

/**
 * Whoever waits for it is told by the timer. For what was never published nobody does; one that was put off and taken
 * back into a draft may have been waited for before.
 */
function calledOff(upkeep: BroadcastDocument['upkeep']) {
  return { upkeep: upkeep === 'none' ? ('settled' as const) : ('calledOff' as const) }
}

/** @throws Refusal LIVE_STEP_REFUSED, LIVE_PAST, LIVE_TOO_EARLY, LIVE_TIMES_WRONG */
function afterAction(
  broadcast: BroadcastDocument,
  action: BroadcastAction,
  times: { now: Instant; until: Instant | null },
) {
  const schedule = scheduleOf(broadcast)
  refuse(!canDo(statusAt(schedule, times.now), action), 'LIVE_STEP_REFUSED')
  refuse(action === 'publish' && schedule.startsAt <= times.now, 'LIVE_PAST')
  refuse(action === 'start' && !isNearEnough(schedule, times.now), 'LIVE_TOO_EARLY')
  const after = scheduleAfter(schedule, action, { ...times, plannedAt: broadcast.plannedAt })
  if (after === null) throw new Refusal('LIVE_TIMES_WRONG', ['until'])
  return after
}

/**
 * The hundred documents for those who will come, before anybody can. Two requests; none is made twice: of two hosts who
 * publish at once one finds that the other has made them.
 */
async function makeRoom(broadcastId: string): Promise<void> {
  const there = await presences.find({
    where: { broadcastId },
    limit: shards.length,
    fields: ['_id', 'shard'],
  })
  const missing = shards.filter(shard => !there.some(one => one.shard === shard))
  if (missing.length === 0) return
  const fresh = missing.map(shard => ({
    _id: presenceIdOf(broadcastId, shard),
    broadcastId,
    shard,
    people: {},
    calledFor: 0,
  }))
  try {
    await presences.insertMany(fresh)
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

/** The conversation beside it, and its draw, which stays as it is where it was published before. */
async function open(
  tx: Transaction,
  broadcast: BroadcastDocument,
  fresh: ReturnType<typeof freshDraw>,
  { now }: EmployeeContext,
): Promise<void> {
  const { _id, host } = broadcast
  await openTalk(tx, { ...talkOf(broadcast), author: host, at: now })
  if (!(await draws.in(tx).get(_id))) await draws.in(tx).insert(fresh)
}

export const giveReplay = handle(live.giveReplay, async (ctx, { broadcastId, version, replay: given }) => {
  const replay = given ?? null
  if (replay) assertAllowed(replay.platform)
  let before: BroadcastDocument['replay'] = null
  return ctx.transaction(
    async tx => {
      const broadcast = await asRead(tx, { broadcastId, version })
      refuse(!isOver(statusAt(scheduleOf(broadcast), ctx.now)), 'LIVE_STEP_REFUSED')
      before = broadcast.replay
      const hostIds = withHost(broadcast.hostIds, ctx.employee.id)
      await broadcasts.in(tx).update(broadcastId, { replay, hostIds, version: version + 1 })
      await tellItsTopic(tx, { ...broadcast, replay }, { at: ctx.now })
      const status = statusAt(scheduleOf({ ...broadcast, replay }), ctx.now)
      return { status, version: version + 1 }
    },
    () => ({ subject: `${broadcasts.name}/${broadcastId}`, before: { replay: before }, after: { replay } }),
  )
})
