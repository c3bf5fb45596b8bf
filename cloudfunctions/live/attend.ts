import type { Earned } from '@domain/coin/contract'
import type { Instant } from '@domain/kernel/time'
import { statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { minutesPresent, type Present, shardOf, slotOf, withSlot } from '@domain/live/presence'
import { wasLongEnough } from '@domain/live/reward'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handleWith } from '@platform/context'
import type * as z from 'zod'
import { hasSpoken } from '../forum/public'
import { seen } from './openBroadcast'
import { ownAlong, ownIn } from './own'
import { passFor } from './pass'
import { rewardOf } from './rewarding'
import { type BroadcastDocument, broadcasts, presenceIdOf, presences, scheduleOf, talkIdOf } from './store'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  own: ownAlong(broadcastId),
})

export const attend = handleWith(live.attend, along, async (ctx, { broadcastId }, read) => {
  const { employee, openid, now } = ctx
  const broadcast = seen(read.broadcast[0], employee, now)
  const status = statusAt(scheduleOf(broadcast), now)
  const own = ownIn(read.own)
  const slot = slotOf(now)
  const isNews = status === 'live' && !own.slots?.includes(slot)
  if (isNews) await noteSlot(broadcastId, employee.id, slot, now)
  const present = isNews ? withSlot(own, slot, now) : own
  const { earned, needsMessage } =
    status === 'live' && own.earned === undefined
      ? await rewarded(ctx, broadcast, present)
      : { earned: null, needsMessage: false }
  return {
    status,
    minutes: minutesPresent(present),
    earned,
    needsMessage,
    pass: passFor(broadcastId, openid, now),
    now,
  }
})

/** One of a hundred documents, changed by whoever is in it once in five minutes: nobody waits for somebody else. */
async function noteSlot(broadcastId: string, employeeId: string, slot: number, at: Instant): Promise<void> {
  const own = `people.${employeeId}`
  await presences.updateWhere(
    { _id: presenceIdOf(broadcastId, shardOf(employeeId)) },
    { [`${own}.slots`]: _.addToSet(slot), [`${own}.firstAt`]: _.min(at), [`${own}.lastAt`]: _.max(at) },
  )
}

interface Rewarded {
  earned: z.output<typeof Earned> | null
  needsMessage: boolean
}

const NOTHING: Rewarded = { earned: null, needsMessage: false }

/** Pays whoever has taken part now. Whether they said something is only asked of those who have been there long enough. */
async function rewarded(
  ctx: EmployeeContext,
  broadcast: BroadcastDocument,
  present: Partial<Present>,
): Promise<Rewarded> {
  const { reward, _id } = broadcast
  const employeeId = ctx.employee.id
  if (!reward || !wasLongEnough(reward, present)) return NOTHING
  if (reward.message && !(await hasSpoken(talkIdOf(_id), employeeId)))
    return { ...NOTHING, needsMessage: true }
  return { earned: await rewardOf(broadcast, employeeId, ctx.now), needsMessage: false }
}
