import { grouped } from '@domain/kernel/grouped'
import type { Instant } from '@domain/kernel/time'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { earn } from '../coin/public'
import { notify } from '../notice/public'
import { hereAmong } from './rewarding'
import { broadcasts, type DrawDocument, draws } from './store'

const AT_ONCE = 20
/** Tells winners and pays coins, each winner in one transaction that also says that it was done; nobody who has left. */
export async function payWinners(now: Instant, shift: Shift): Promise<number> {
  const owing = await draws.find({ where: { owing: true }, limit: AT_ONCE, fields: ['_id', 'winners'] })
  return eachWhile(shift, owing, async ({ _id, winners }) => {
    const title = (await broadcasts.get(_id))?.title ?? ''
    const unpaid = winners.flatMap(({ paid }, place) => (paid ? [] : [place]))
    const here = await hereAmong(unpaid.map(place => winners[place]?.employeeId ?? ''))
    const done = await eachWhile(shift, unpaid, place =>
      payOne({ broadcastId: _id, title, place, here, now }),
    )
    if (done === unpaid.length) await draws.updateWhere({ _id }, { owing: false })
  })
}

interface Owed {
  broadcastId: string
  title: string
  place: number
  /** Who of the winners works here. */
  here: ReadonlySet<string>
  now: Instant
}

function payOne(owed: Owed): Promise<void> {
  const { broadcastId, title, place, here, now } = owed
  return transaction(async tx => {
    const draw = await draws.in(tx).get(broadcastId)
    const winner = draw?.winners[place]
    if (!draw || !winner || winner.paid) return
    const { employeeId, code } = winner
    const isHere = here.has(employeeId)
    const left = isHere ? {} : { [`winners.${place}.left`]: true as const }
    await draws.in(tx).update(broadcastId, { [`winners.${place}.paid`]: true, ...left })
    if (!isHere) return
    const cause = { employeeId, sourceId: `${broadcastId}.${code}`, title: `抽中「${title}」`, subject: null }
    const prize = prizeOf(draw, place)
    const earned =
      prize.kind === 'coins'
        ? await earn(tx, { ...cause, reason: 'live.won', at: draw.drawnAt ?? now })
        : null
    await notify(tx, {
      _id: idFor({ id: `live/${broadcastId}/${code}`, receivedAt: now }, 'won'),
      employeeId,
      kind: 'service',
      title: `「${title}」抽中了你`,
      body: prize.kind === 'gift' ? `奖品是${prize.name}，主理会联系你领取。` : sayCoins(earned?.amount ?? 0),
      at: now,
      target: { kind: 'broadcast', id: broadcastId },
    })
  })
}

/** A day has an end of what luck may bring. */
function sayCoins(amount: number): string {
  return amount > 0 ? `${grouped(amount)} 沃币已到账。` : '今天抽中的沃币到了上限，这次不再记。'
}

function prizeOf({ winners, prizes }: DrawDocument, place: number) {
  return prizes[winners[place]?.prize ?? -1] ?? { kind: 'gift' as const, name: '', count: 0 }
}
