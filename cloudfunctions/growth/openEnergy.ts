import { growth } from '@domain/growth/contract'
import { handleWith } from '@platform/context'
import { comingUp } from '../booking/public'
import { accountAlong, accountFrom } from '../coin/public'
import { mostSought } from '../knowledge/public'
import { goodsAlong, goodsFrom } from '../mall/public'
import { nextRide, shuttleAlong } from '../selfservice/public'

const BOOKINGS_SHOWN = 2
/** Enough to want to see the rest. */
const GOODS_SHOWN = 6

const along = () => ({ account: accountAlong(), ...shuttleAlong(), goods: goodsAlong(GOODS_SHOWN) })

export const openEnergy = handleWith(growth.openEnergy, along, async ({ employee, now }, _input, found) => {
  const [ride, booked, sought] = await Promise.all([
    nextRide(found, now),
    comingUp(employee.id, now),
    mostSought(),
  ])
  return {
    ride,
    coming: booked.slice(0, BOOKINGS_SHOWN),
    booked: booked.length,
    sought,
    balance: accountFrom(employee.id, found.account[0] ?? null).balance,
    products: goodsFrom(found.goods, now),
    now,
  }
})
