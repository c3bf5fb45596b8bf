import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { DAY_MS } from '@domain/kernel/time'
import type { JournalEntry } from '@domain/mall/journal'
import { auditStock, type StockDifference } from '@domain/mall/stockAudit'
import type { OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import { book, type Deed } from '../../tools/seed/ledger'
import { onlyVariant, plainTerms, type Shelved, shelfOf } from '../../tools/seed/shelf'
import { again } from './again'
import { newRequestId } from './identityWorld'
import { startTestCloud, type TestCloud, type TestCloudOptions, until } from './localCloud'
import { insertPeople, people, type TestPerson } from './people'

export const MALL_CLOCK = '2026-11-24T12:20:00+08:00'
/** Later than any reservation of a call at `MALL_CLOCK`. */
export const MALL_CLOCK_LATER = '2026-11-24T12:23:00+08:00'

/** Of what is shelved here without a price. */
const PRICE = 100

export const DESK = { _id: 'a', name: '上海 A 楼前台', site: '上海', hours: '9:00–18:00' }
export const atDesk = { kind: 'desk', deskId: DESK._id } as const
export const atHome = {
  kind: 'home',
  recipient: '林晓川',
  phone: '13816620426',
  address: '上海市嘉定区安亭镇墨玉南路 28 弄',
} as const

/** Starts a cloud with everybody, one desk and the keeper Luo. */
export async function startMallCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: MALL_CLOCK, ...options })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('mall_desks', [DESK])
  return cloud
}

let made = 0

/** A product of which nobody has taken anything yet, so that the tests of a file can share one cloud. */
export async function newProduct(
  cloud: TestCloud,
  given: Partial<ProductDocument> & { stock: number },
  variants: readonly Shelved[] = onlyVariant(given.stock),
): Promise<string> {
  made += 1
  const described = {
    _id: `product-${String(made).padStart(3, '0')}`,
    name: '羊毛披毯',
    category: 'home' as const,
    price: PRICE,
    shelvedAt: Date.parse(MALL_CLOCK) - 90 * DAY_MS,
    coverFileId: 'cloud://test/goods/blanket.png',
  }
  const { stocked, journal } = shelfOf(described._id, variants, described.shelvedAt)
  const product: ProductDocument = {
    ...described,
    summary: '再生羊毛',
    coverGround: '#ece8e1',
    unit: '条',
    deliveries: ['desk', 'home'],
    on: true,
    takenBy: {},
    ...plainTerms(described, variants),
    ...stocked,
    shelvedAt: described.shelvedAt,
    ...given,
  }
  await cloud.engine.insertMany('mall_products', [{ ...product }])
  if (journal.length > 0)
    await cloud.engine.insertMany(
      'mall_journal',
      journal.map(entry => ({ ...entry })),
    )
  return product._id
}

/**
 * A colleague with exactly so many coins, honestly earned: six posts a day, out of Happy Hour, for as long as it takes.
 * @param coins a multiple of five
 */
export async function newBuyer(
  cloud: TestCloud,
  coins: number,
  grants: TestPerson['grants'] = people.chen.grants,
): Promise<TestPerson> {
  made += 1
  const number = String(made).padStart(3, '0')
  const person: TestPerson = {
    ...people.chen,
    employeeId: `VC710${number}`,
    openid: `wx-buyer-${number}`,
    name: `买家${number}`,
    grants,
  }
  await insertPeople(cloud.engine, [person])
  const deeds = Array.from({ length: coins / 5 }, (_, index): Deed => {
    const daysAgo = 10 + Math.floor(index / 6)
    return {
      kind: 'earn',
      reason: 'forum.post',
      at: Date.parse(MALL_CLOCK) - daysAgo * DAY_MS + index,
      employeeId: person.employeeId,
      sourceId: `earlier-${number}-${index}`,
      title: '发帖',
      subject: null,
    }
  })
  const { accounts, entries } = book(deeds)
  await cloud.engine.insertMany(
    'coin_accounts',
    accounts.map(account => ({ ...account })),
  )
  await cloud.engine.insertMany(
    'coin_entries',
    entries.map(entry => ({ ...entry })),
  )
  return person
}

export interface Redeemed {
  orderId: string
  paid: number
  balance: number
  stock: number
}

/** One piece at the price that a product of here has where nothing else is said. */
export function redeem(
  cloud: TestCloud,
  who: TestPerson,
  productId: string,
  more: object = {},
  requestId?: string,
) {
  const input = { productId, quantity: 1, priceSeen: PRICE, delivery: atDesk, ...more }
  return cloud.call<Redeemed>(who.openid, 'mall.redeem', input, requestId)
}

/** Redeems one piece under one request id until there is an answer that is final. */
export function redeemPatiently(cloud: TestCloud, who: TestPerson, productId: string) {
  const requestId = newRequestId()
  return again(() => redeem(cloud, who, productId, {}, requestId))
}

export async function productIn(cloud: TestCloud, productId: string): Promise<ProductDocument> {
  const found = (await cloud.dump<ProductDocument>('mall_products')).find(({ _id }) => _id === productId)
  if (!found) throw new Error(`No product ${productId}`)
  return found
}

export async function ordersFor(cloud: TestCloud, productId: string): Promise<OrderDocument[]> {
  return (await cloud.dump<OrderDocument>('mall_orders')).filter(order => order.productId === productId)
}

export async function journalOf(cloud: TestCloud, productId: string): Promise<JournalEntry[]> {
  return (await cloud.dump<JournalEntry>('mall_journal')).filter(entry => entry.productId === productId)
}

export async function balanceOf(cloud: TestCloud, { employeeId }: TestPerson): Promise<number> {
  const found = (await cloud.dump<Account>('coin_accounts')).find(({ _id }) => _id === employeeId)
  return found?.balance ?? 0
}

/** What is wrong with the books: coins of everybody, pieces of the product. Nothing, if all is well. */
export async function wrongIn(cloud: TestCloud, productId: string): Promise<unknown[]> {
  const entries = await cloud.dump<Entry>('coin_entries')
  const { findings } = audit({ entries, accounts: await cloud.dump<Account>('coin_accounts') })
  const pieces: StockDifference[] = auditStock(
    await productIn(cloud, productId),
    await ordersFor(cloud, productId),
    await journalOf(cloud, productId),
  )
  return [...findings, ...pieces]
}

export async function sweepLater(cloud: TestCloud): Promise<void> {
  await cloud.clock(MALL_CLOCK_LATER)
  await cloud.timer('mall', 'sweep')
  await cloud.clock(MALL_CLOCK)
}

/** Where a command is held up: at its transaction, or before that at what it takes of the shelf. */
const heldUp = {
  transaction: { action: 'database.startTransaction' },
  shelf: { action: 'database.modifyDocument', collection: 'mall_products' },
} as const

/** What a command answers that has read what it needs, and before whose transaction something else is done. */
export async function overtaken<T>(
  cloud: TestCloud,
  command: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
  at: keyof typeof heldUp = 'transaction',
): Promise<T> {
  await cloud.fault({ database: { ...heldUp[at], mode: 'slow', slowMs: 3_000, times: 1 } })
  const reply = command()
  await until('the command held up', async () => {
    const { body } = await cloud.door('GET', '/local/fault')
    return (body as unknown[]).length === 0 || null
  })
  await meanwhile()
  return reply
}
