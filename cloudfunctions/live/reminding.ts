import { type Instant, inChina, MINUTE_MS } from '@domain/kernel/time'
import { REMINDED_BEFORE_MINUTES } from '@domain/live/broadcast'
import { SHARDS } from '@domain/live/presence'
import { isDuplicate } from '@platform/databaseErrors'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { notify, sendIfPermitted } from '../notice/public'
import { inBlocks } from './blocks'
import { type BroadcastDocument, broadcasts, type PresenceDocument, presences } from './store'

/** A reminder that comes later than this after the beginning is none. */
const LATE_MS = 5 * MINUTE_MS

/**
 * Calls everybody who wants it, once, within the ten minutes before: the notice's id is of the person and of when the
 * calling began, so that a run that died and the next one don't tell somebody twice.
 * @returns how many of the hundred were called
 */
export async function callThose(broadcast: BroadcastDocument, now: Instant, shift: Shift): Promise<number> {
  const { _id, startsAt } = broadcast
  const isTime = now >= startsAt - REMINDED_BEFORE_MINUTES * MINUTE_MS && now < startsAt + LATE_MS
  if (!isTime) return 0
  const begun = broadcast.remindingAt ?? (await begin(_id, now))
  if (begun === null) return 0
  const waiting = await presences.find({ where: { broadcastId: _id, reminded: false }, limit: SHARDS })
  return eachWhile(shift, waiting, hundredth => callOne({ broadcast, begun, shift }, hundredth))
}

/** @returns when the calling began; null: another run has just begun it */
async function begin(_id: string, now: Instant): Promise<Instant | null> {
  return (await broadcasts.updateWhere({ _id, remindingAt: null }, { remindingAt: now })) === 1 ? now : null
}

interface Calling {
  broadcast: BroadcastDocument
  begun: Instant
  shift: Shift
}

async function callOne(
  { broadcast, begun, shift }: Calling,
  { _id, people }: PresenceDocument,
): Promise<void> {
  const wanting = Object.entries(people).filter(([, { wants }]) => wants)
  const done = await inBlocks(shift, wanting, ([employeeId]) => call(broadcast, begun, employeeId))
  if (done === wanting.length) await presences.updateWhere({ _id }, { reminded: true })
}

async function call({ _id, title, place, startsAt }: BroadcastDocument, begun: Instant, employeeId: string) {
  const at = inChina(startsAt)
  try {
    await transaction(tx =>
      notify(tx, {
        _id: idFor({ id: `live/${_id}/${employeeId}`, receivedAt: begun }, 'soon'),
        employeeId,
        kind: 'service',
        title: `「${title}」马上开始`,
        body: `${at.format('HH:mm')} 开播，进来就能留言。`,
        at: begun,
        target: { kind: 'broadcast', id: _id },
      }),
    )
  } catch (error) {
    if (isDuplicate(error)) return
    throw error
  }
  await sendIfPermitted({
    employeeId,
    template: 'sessionSoon',
    page: `rooms/live/pages/broadcast/index?broadcastId=${_id}`,
    values: [title, at.format('YYYY-MM-DD HH:mm'), place || '线上'],
  })
}
