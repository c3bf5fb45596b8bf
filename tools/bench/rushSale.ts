import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import type { Account } from '../../domain/coin/ledger'
import type { JournalEntry } from '../../domain/mall/journal'
import { auditStock } from '../../domain/mall/stockAudit'
import { onlyVariant, shelfOf } from '../seed/shelf'
import type { Input } from './procedures'
import { turn } from './subjects/turns'
import type { BenchWorld } from './world'

const PRICE = 100
const PURSE = 1_000
const PRODUCT_ID = 'rush'

export interface Sale {
  productId: string
  day: string
  openids: readonly string[]
  /** What everybody sends. */
  wish: Input<'mall.redeem'>
}

interface Terms {
  people: number
  pieces: number
  day: string
  clock: string
}

/** A crowd of its own, each with the same purse, and a thing for each of which one may be had from the clock on. */
export async function openSale(world: BenchWorld, { people, pieces, day, clock }: Terms): Promise<Sale> {
  const openids = await crowd(world, people)
  const opensAt = Date.parse(`${day}T${clock}+08:00`)
  const like = turn(
    world.dump<ProductDocument>('mall_products').filter(({ deliveries }) => deliveries.includes('desk')),
    0,
  )
  const { stocked, journal } = shelfOf(PRODUCT_ID, onlyVariant(pieces), opensAt - 86_400_000)
  const product: ProductDocument = {
    ...like,
    ...stocked,
    ...{
      _id: PRODUCT_ID,
      price: PRICE,
      on: true,
      variants: onlyVariant(0).map(({ stock, out, ...kind }) => kind),
    },
    ...{ limitPerPerson: 1, limitPerPeriod: null, experienceMin: null, takenBy: {}, takenIn: {} },
    sale: { opensAt, closesAt: null },
  }
  await world.engine.insertMany('mall_products', [{ ...product }])
  await world.engine.insertMany(
    'mall_journal',
    journal.map(entry => ({ ...entry })),
  )
  const deskId = turn(world.dump<{ _id: string }>('mall_desks'), 0)._id
  const delivery = { kind: 'desk', deskId } as const
  const wish = { productId: PRODUCT_ID, quantity: 1, priceSeen: PRICE, delivery }
  return { productId: PRODUCT_ID, day, openids, wish }
}

async function crowd({ roster, dump, engine }: BenchWorld, size: number): Promise<string[]> {
  const like = turn(
    roster.filter(({ status, boundAt, grants }) => status === 'active' && boundAt && grants.length === 0),
    0,
  )
  const purse = turn(dump<Account>('coin_accounts'), 0)
  const people = Array.from({ length: size }, (_, index): EmployeeDocument => {
    const _id = `VC8${String(index).padStart(5, '0')}`
    return { ...like, _id, openid: `rush-${index}`, name: `等着的人${index}` }
  })
  await engine.insertMany(
    'identity_employees',
    people.map(person => ({ ...person })),
  )
  await engine.insertMany(
    'coin_accounts',
    people.map(({ _id }) => ({ ...purse, _id, balance: PURSE, debt: 0 })),
  )
  return people.map(({ openid }) => openid)
}

/** What does not add up once all have their answer. */
export function wrongWith({ dump }: BenchWorld, { productId }: Sale): string[] {
  const product = turn(
    dump<ProductDocument>('mall_products').filter(({ _id }) => _id === productId),
    0,
  )
  const ofIt = <T extends { productId: string }>(all: readonly T[]) =>
    all.filter(one => one.productId === productId)
  const orders = ofIt(dump<OrderDocument>('mall_orders'))
  const shelf = auditStock(product, orders, ofIt(dump<JournalEntry>('mall_journal')))
  const owners = new Set(orders.map(({ employeeId }) => employeeId))
  const purses = dump<Account>('coin_accounts')
    .filter(({ _id }) => _id.startsWith('VC8'))
    .filter(({ _id, balance }) => balance !== PURSE - (owners.has(_id) ? PRICE : 0))
  return [
    ...shelf.map(({ of, expected, found }) => `${of}: ${found} instead of ${expected}`),
    ...(owners.size === orders.length ? [] : ['Somebody has two orders']),
    ...purses.map(({ _id, balance }) => `${_id} has ${balance}`),
  ]
}
