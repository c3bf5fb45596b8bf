import { type Instant, inChina, MINUTE_MS } from '@domain/kernel/time'
import { REMINDED_BEFORE_MINUTES } from '@domain/live/broadcast'
import { SHARDS } from '@domain/live/presence'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { notify, sendIfPermitted } from '../notice/public'
import { type BroadcastDocument, broadcasts, CALLED_OFF, type PresenceDocument, presences } from './store'

/** A reminder that comes later than this after the beginning is none. */
const LATE_MS = 5 * MINUTE_MS

/**
 * Calls everybody who wants it, once for each beginning that was planned, within the ten minutes before.
 * @returns how many of the hundred were called
 */
export async function callThose(broadcast: BroadcastDocument, now: Instant, shift: Shift): Promise<number> {
  const { startsAt, endsAt, plannedAt } = broadcast
  const isTime =
    now >= startsAt - REMINDED_BEFORE_MINUTES * MINUTE_MS && now < Math.min(startsAt + LATE_MS, endsAt)
  if (!isTime) return 0
  const call = (employeeId: string, at: Instant) => callOne(broadcast, employeeId, at)
  return (await eachHundredth(broadcast, plannedAt, shift, call)).done
}

/** Tells everybody who waits for it that it was called off, once. @returns how many of the hundred were told */
export async function tellOff(broadcast: BroadcastDocument, shift: Shift): Promise<number> {
  const tell = (employeeId: string, at: Instant) => tellOne(broadcast, employeeId, at)
  const { done, waiting } = await eachHundredth(broadcast, CALLED_OFF, shift, tell)
  const { _id } = broadcast
  if (done === waiting) await broadcasts.updateWhere({ _id, upkeep: 'calledOff' }, { upkeep: 'settled' })
  return done
}

/** Everybody of a broadcast who wants to be called and has not been for this, hundredth by hundredth. */
async function eachHundredth(
  { _id: broadcastId }: BroadcastDocument,
  calledFor: Instant,
  shift: Shift,
  work: (employeeId: string, at: Instant) => Promise<void>,
): Promise<{ done: number; waiting: number }> {
  const waiting = await presences.find({
    where: { broadcastId, calledFor: _.neq(calledFor) },
    limit: SHARDS,
  })
  let done = 0
  await eachWhile(shift, waiting, async presence => {
    const { _id, people } = presence
    const wanting = Object.entries(people).flatMap(([employeeId, { wants }]) => (wants ? [employeeId] : []))
    const at = wanting.length > 0 ? await turnOf(presence, calledFor) : 0
    if (at === null || (await inBlocks(shift, wanting, one => work(one, at))) < wanting.length) return
    await presences.updateWhere({ _id }, { calledFor })
    done += 1
  })
  return { done, waiting: waiting.length }
}

/**
 * A hundredth is told at the time at which its turn came, so that nobody finds it below what came to them while others were
 * called; a run that goes on with one that died keeps that time, by which it knows whom it has told.
 * @returns null: another run has just begun with it
 */
async function turnOf(
  { _id, callingFor, callingAt }: PresenceDocument,
  calledFor: Instant,
): Promise<Instant | null> {
  if (callingFor === calledFor && callingAt !== undefined) return callingAt
  const at = Date.now()
  const turn = { callingFor: calledFor, callingAt: at }
  return (await presences.updateWhere({ _id, callingFor: _.neq(calledFor) }, turn)) === 1 ? at : null
}

async function callOne(broadcast: BroadcastDocument, employeeId: string, turnAt: Instant): Promise<void> {
  const { _id, title, place, startsAt } = broadcast
  const at = inChina(startsAt)
  const isNews = await tellOnce({
    employeeId,
    _id: idFor({ id: `live/${_id}/${employeeId}`, receivedAt: turnAt }, 'soon'),
    title: `「${title}」马上开始`,
    body: `${at.format('H:mm')} 开播，进来就能留言。`,
    at: turnAt,
    target: { kind: 'broadcast', id: _id },
  })
  if (isNews)
    await sendIfPermitted({
      employeeId,
      template: 'sessionSoon',
      page: `rooms/live/pages/broadcast/index?broadcastId=${_id}`,
      values: [title, at.format('YYYY-MM-DD HH:mm'), place || '线上'],
    })
}

async function tellOne({ _id, title, startsAt }: BroadcastDocument, employeeId: string, at: Instant) {
  await tellOnce({
    employeeId,
    _id: idFor({ id: `live/${_id}/${employeeId}`, receivedAt: at }, 'off'),
    title: `「${title}」取消了`,
    body: `原定 ${inChina(startsAt).format('M 月 D 日 H:mm')} 开播，不用再等。`,
    at,
    target: null,
  })
}

type Told = Omit<Parameters<typeof notify>[1], 'kind'>

/** @returns whether it was told now; false: a run before had told it */
async function tellOnce(notice: Told): Promise<boolean> {
  try {
    await transaction(tx => notify(tx, { ...notice, kind: 'service' }))
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
