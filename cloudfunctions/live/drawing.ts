import { Refusal } from '@domain/kernel/errors'
import { isOver, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { closingOf, type DrawAction, listHashOf, nextDrawState, winnersOf } from '@domain/live/draw'
import { handleWith } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { colleaguesBy } from '../identity/public'
import { codesOf, seedOf } from './codes'
import { thoseWhoTookPart } from './rewarding'
import { withHost } from './saveBroadcast'
import {
  type BroadcastDocument,
  broadcasts,
  type DrawDocument,
  draws,
  peopleIn,
  presencesAlong,
  scheduleOf,
} from './store'
import { winnerView } from './views'

/*
 * Closing and drawing are two steps, so that everybody can see what stands for the list before anybody knows the seed.
 * Each happens once, whatever is retried: its state is asked in the transaction that changes it. See docs/decisions/0052.
 */

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  draw: draws.along({ where: { _id: broadcastId }, limit: 1 }),
  present: presencesAlong(broadcastId),
})

interface Read {
  broadcast: BroadcastDocument[]
  draw: DrawDocument[]
}

/** @throws Refusal LIVE_BROADCAST_MISSING, LIVE_NO_DRAW, LIVE_DRAW_STEP_REFUSED */
function drawFor(action: DrawAction, { broadcast: [broadcast], draw: [draw] }: Read, now: number) {
  if (!broadcast) throw new Refusal('LIVE_BROADCAST_MISSING')
  if (!draw || broadcast.prizes.length === 0) throw new Refusal('LIVE_NO_DRAW')
  const status = statusAt(scheduleOf(broadcast), now)
  if (status !== 'live' && !isOver(status)) throw new Refusal('LIVE_DRAW_STEP_REFUSED')
  assertStep(action, draw)
  return { broadcast, draw }
}

function assertStep(action: DrawAction, { state }: Pick<DrawDocument, 'state'>): void {
  if (nextDrawState(state, action) === null) throw new Refusal('LIVE_DRAW_STEP_REFUSED')
}

/** The draw in the transaction that takes the step. One request. */
async function drawIn(tx: Transaction, broadcastId: string, action: DrawAction): Promise<DrawDocument> {
  const draw = await draws.in(tx).require(broadcastId, 'LIVE_NO_DRAW')
  assertStep(action, draw)
  return draw
}

export const closeDraw = handleWith(live.closeDraw, along, async (ctx, { broadcastId }, read) => {
  const { broadcast, draw: open } = drawFor('close', read, ctx.now)
  // Whoever chooses the moment is not on the list, also where they have had no hand in the broadcast before.
  const hostIds = withHost(broadcast.hostIds, ctx.employee.id)
  const present = await thoseWhoTookPart({ ...broadcast, hostIds }, read.present)
  const ids = present.map(({ employeeId }) => employeeId)
  const codes = [...codesOf(open, ids).values()].sort()
  const action = closingOf(codes.length, isOver(statusAt(scheduleOf(broadcast), ctx.now)))
  if (action === null) throw new Refusal('LIVE_DRAW_NOBODY')
  const closed = { entries: codes.length, listHash: listHashOf(codes) }
  // Out of an empty list nobody is drawn: there is nothing left to wait for with the seed.
  const outcome =
    action === 'closeEmpty'
      ? ({ state: 'nobody', seed: seedOf(open), drawnAt: ctx.now } as const)
      : ({ state: 'closed' } as const)
  return ctx.transaction(
    async tx => {
      await drawIn(tx, broadcastId, action)
      const { prizes } = broadcast
      await draws.in(tx).update(broadcastId, { codes, prizes, closedAt: ctx.now, ...closed, ...outcome })
      return closed
    },
    () => ({
      subject: `${draws.name}/${broadcastId}`,
      before: { state: 'open' },
      after: { ...closed, ...outcome },
    }),
  )
})

export const draw = handleWith(live.draw, along, async (ctx, { broadcastId }, read) => {
  const { draw: closed } = drawFor('draw', read, ctx.now)
  const seed = seedOf(closed)
  const won = winnersOf(seed, closed.codes, closed.prizes)
  const known = codesOf(
    closed,
    peopleIn(read.present).map(({ employeeId }) => employeeId),
  )
  const ownerOf = new Map([...known].map(([employeeId, code]) => [code, employeeId]))
  const found = await colleaguesBy(won.map(({ code }) => ownerOf.get(code) ?? ''))
  const nameOf = new Map(found.map(({ employeeId, name }) => [employeeId, name]))
  const winners = won.map(({ code, prize }) => {
    const employeeId = ownerOf.get(code) ?? ''
    return {
      code,
      prize,
      employeeId,
      name: nameOf.get(employeeId) ?? '前同事',
      paid: false,
      handedOver: false,
    }
  })
  return ctx.transaction(
    async tx => {
      await drawIn(tx, broadcastId, 'draw')
      await draws.in(tx).update(broadcastId, { state: 'drawn', seed, winners, drawnAt: ctx.now, owing: true })
      return { seed, winners: winners.map(winnerView) }
    },
    () => ({
      subject: `${draws.name}/${broadcastId}`,
      before: { state: 'closed', listHash: closed.listHash },
      after: { seed, winners: won },
    }),
  )
})

/** Nobody wins: whose code was whose is not kept any longer than who was there. */
export const giveUpDraw = handleWith(live.giveUpDraw, along, async (ctx, { broadcastId, reason }, read) => {
  drawFor('giveUp', read, ctx.now)
  return ctx.transaction(
    async tx => {
      await drawIn(tx, broadcastId, 'giveUp')
      await draws.in(tx).update(broadcastId, { state: 'givenUp' })
      return { state: 'givenUp' as const }
    },
    () => ({
      subject: `${draws.name}/${broadcastId}`,
      before: { state: 'closed' },
      after: { state: 'givenUp', reason },
    }),
  )
})
