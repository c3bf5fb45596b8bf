import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { SHARDS } from '@domain/live/presence'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { removeExpiredFiles } from '@platform/handedFiles'
import { eachWhile, keepHouse, type Shift } from '@platform/shift'
import { countUp } from './counting'
import { payWinners } from './paying'
import { callThose, tellOff } from './reminding'
import { hereAmong, rewardOf, thoseWhoTookPart } from './rewarding'
import { type BroadcastDocument, broadcasts, draws, files, presences } from './store'

/** More than ever run at once. */
const RUNNING_MAX = 50
/** Longer than an execution lives: who was there at the end has been written down. */
const SETTLING_MS = MINUTE_MS
/** How long it is kept who was there; the figures stay. */
export const PRESENCE_DAYS = 90
const AT_ONCE = 10
/** More closed lists than ever wait for their draw: they do not keep what is behind them. */
const UNDRAWN_MAX = 90

/** What time does here. Nothing of it makes a broadcast begin or end: that is in the clock. */
export function tend(now: Instant) {
  return keepHouse(
    'live',
    {
      called: callDue,
      calledOff: tellAllOff,
      counted: countRunning,
      settled: settleOver,
      paid: payWinners,
      purged: purge,
      removed: (at, shift) => removeExpiredFiles(files, at, shift),
    },
    now,
    { shiftMs: 15_000 },
  )
}

function running(): Promise<BroadcastDocument[]> {
  return broadcasts.find({
    where: { upkeep: 'running', stage: 'open' },
    orderBy: [['endsAt', 'asc']],
    limit: RUNNING_MAX,
  })
}

async function callDue(now: Instant, shift: Shift): Promise<number> {
  let called = 0
  await eachWhile(shift, await running(), async broadcast => {
    called += await callThose(broadcast, now, shift)
  })
  return called
}

async function tellAllOff(_now: Instant, shift: Shift): Promise<number> {
  const off = await broadcasts.find({
    where: { upkeep: 'calledOff' },
    orderBy: [['endsAt', 'asc']],
    limit: AT_ONCE,
  })
  return eachWhile(shift, off, broadcast => tellOff(broadcast, shift))
}

async function countRunning(now: Instant, shift: Shift): Promise<number> {
  const shown = (await running()).filter(({ shownFrom }) => shownFrom <= now)
  return eachWhile(shift, shown, broadcast => countUp(broadcast._id, now))
}

/** Pays whoever has taken part and was not there any more to be told, then counts for the last time. */
async function settleOver(now: Instant, shift: Shift): Promise<number> {
  const over = (await running()).filter(({ endsAt }) => endsAt + SETTLING_MS <= now)
  return eachWhile(shift, over, broadcast => settle(broadcast, now, shift))
}

async function settle(broadcast: BroadcastDocument, now: Instant, shift: Shift): Promise<void> {
  const { _id, reward } = broadcast
  const all = await presences.find({ where: { broadcastId: _id }, limit: SHARDS })
  const took = reward ? await thoseWhoTookPart({ ...broadcast, hostIds: [] }, all) : []
  const owed = took.filter(({ earned }) => earned === undefined)
  const here = await hereAmong(owed.map(({ employeeId }) => employeeId))
  const unpaid = owed.filter(({ employeeId }) => here.has(employeeId))
  const at = Math.min(now, broadcast.endsAt - 1)
  const done = await inBlocks(shift, unpaid, ({ employeeId }) => rewardOf(broadcast, employeeId, at))
  await countUp(_id, now)
  // What was being answered names somebody, and is not answered any more.
  if (done === unpaid.length)
    await broadcasts.updateWhere({ _id, upkeep: 'running' }, { upkeep: 'settled', answering: null })
}

/** A list that was closed needs to know whose its codes are, until it is drawn or given up. */
async function purge(now: Instant, shift: Shift): Promise<number> {
  const old = await broadcasts.find({
    where: { upkeep: 'settled', endsAt: _.lte(now - PRESENCE_DAYS * DAY_MS) },
    orderBy: [['endsAt', 'asc']],
    limit: AT_ONCE + UNDRAWN_MAX,
    fields: ['_id'],
  })
  if (old.length === 0) return 0
  const undrawn = await draws.find({
    where: { _id: _.in(old.map(({ _id }) => _id)), state: 'closed' },
    limit: old.length,
    fields: ['_id'],
  })
  const waiting = new Set(undrawn.map(({ _id }) => _id))
  const due = old.filter(({ _id }) => !waiting.has(_id)).slice(0, AT_ONCE)
  return eachWhile(shift, due, async ({ _id }) => {
    await presences.removeWhere({ broadcastId: _id })
    await broadcasts.updateWhere({ _id, upkeep: 'settled' }, { upkeep: 'purged' })
  })
}
