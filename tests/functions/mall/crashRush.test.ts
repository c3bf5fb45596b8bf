import { again } from '../../support/again'
import { crowd } from '../../support/crowd'
import type { CallReply, TestCloud } from '../../support/localCloud'
import {
  balanceOf,
  newBuyer,
  newProduct,
  ordersFor,
  productIn,
  type Redeemed,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'

const BUYERS = 20
const PIECES = 5
const PRICE = 100
/** So many requests every redemption that gets a piece makes at least: a kill within them must have been felt. */
const REQUESTS_MIN = 10
const RUSH_MS = 120_000

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud({ workers: 4 })
})

afterAll(() => cloud.close())

interface Rush {
  productId: string
  buyers: TestPerson[]
  /** One tap, and whatever repeats it. */
  tap: (who: TestPerson) => Promise<CallReply<Redeemed>>
}

async function newRush(): Promise<Rush> {
  const productId = await newProduct(cloud, { stock: PIECES, price: PRICE })
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => newBuyer(cloud, PRICE)))
  const tap = (who: TestPerson) =>
    redeem(cloud, who, productId, { priceSeen: PRICE }, `${productId}-${who.employeeId}`)
  return { productId, buyers, tap }
}

/** At every request once, whoever is there first: right before it is executed, and right after. */
async function killAtEveryStep(): Promise<void> {
  for (let after = 1; after <= REQUESTS_MIN; after += 1) {
    for (const when of ['before', 'after'] as const)
      await cloud.fault({ function: { name: 'mall', procedure: 'redeem', mode: 'kill', after, when } })
  }
}

async function killsLeft(): Promise<unknown[]> {
  const left = (await cloud.door('GET', '/local/fault')).body as { kind: string }[]
  return left.filter(({ kind }) => kind === 'function')
}

/** Exactly the five pieces were sold and paid for, by whoever has an order; nobody else lost anything. */
async function expectSoldOnce({ productId, buyers }: Rush): Promise<void> {
  const orders = await ordersFor(cloud, productId)
  expect(orders.map(({ state, quantity, paid }) => ({ state, quantity, paid }))).toEqual(
    Array.from({ length: PIECES }, () => ({ state: 'placed', quantity: 1, paid: PRICE })),
  )
  const owners = new Set(orders.map(({ employeeId }) => employeeId))
  expect(owners.size).toBe(PIECES)
  for (const who of buyers)
    expect([who.name, await balanceOf(cloud, who)]).toEqual([
      who.name,
      owners.has(who.employeeId) ? 0 : PRICE,
    ])
  expect(await productIn(cloud, productId)).toMatchObject({ stock: 0, reservations: [] })
  expect(await wrongIn(cloud, productId)).toEqual([])
}

describe('twenty who want the last five at once, while workers are killed at every step', () => {
  it(
    'get five, if all go on until they have an answer, and the sweeper goes round meanwhile',
    async () => {
      const rush = await newRush()
      await killAtEveryStep()
      await crowd(cloud, 'mall_products', BUYERS)
      let isOver = false
      const sweeping = (async () => {
        while (!isOver) await cloud.timer('mall', 'sweep')
      })()
      const replies = await Promise.all(rush.buyers.map(who => again(() => rush.tap(who)))).finally(() => {
        isOver = true
      })
      await sweeping
      expect(await killsLeft()).toEqual([])
      await cloud.fault({ clear: true })
      const refusals = replies.flatMap(reply => (reply.ok ? [] : [reply.error.code]))
      expect(refusals).toEqual(Array.from({ length: BUYERS - PIECES }, () => 'MALL_OUT_OF_STOCK'))
      await sweepLater(cloud)
      await expectSoldOnce(rush)
    },
    RUSH_MS,
  )

  it(
    'leave what they abandon to the sweeper, and five get it when all come back',
    async () => {
      const rush = await newRush()
      await killAtEveryStep()
      const first = await Promise.all(rush.buyers.map(rush.tap))
      await cloud.fault({ clear: true })
      await crowd(cloud, 'mall_products', BUYERS)
      expect(first.filter(reply => reply.ok).length).toBeLessThan(PIECES)
      expect(await wrongIn(cloud, rush.productId)).toEqual([])
      await sweepLater(cloud)
      expect(await wrongIn(cloud, rush.productId)).toEqual([])
      const second = await Promise.all(rush.buyers.map(who => again(() => rush.tap(who))))
      const refused = rush.buyers.filter((_, index) => !second[index]?.ok)
      // Their first tap got a final answer, so that this is another.
      await Promise.all(
        refused.map(who => {
          const seen = { priceSeen: PRICE }
          return again(() => redeem(cloud, who, rush.productId, seen, `anew-${who.employeeId}`))
        }),
      )
      await cloud.fault({ clear: true })
      await sweepLater(cloud)
      await expectSoldOnce(rush)
    },
    RUSH_MS,
  )
})
