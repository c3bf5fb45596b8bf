import { HOUR_MS } from '@domain/kernel/time'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls, SAND } from '../../support/mallCalls'
import {
  atDesk,
  atHome,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people } from '../../support/people'
import { permit } from '../../support/unionWorld'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)
const kind = (variantId: string, more: object = {}) => ({ variantId, ...more })

describe('codes', () => {
  it('are sealed at rest, delivered once, and shown to their buyer alone', async () => {
    const productId = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const texts = ['WO-SECRET-1', 'WO-SECRET-2']
    const input = { productId, variantId: 'one', codes: texts }
    expect(await does(luo, 'addCodes', input)).toEqual({ before: 0, after: 2 })
    expectError('mall.addCodes', await call(luo, 'addCodes', input), 'MALL_CODES_KNOWN')
    const change = { productId, variantId: 'one', pieces: 1, reason: 'arrived', words: '到货' }
    expectError('mall.changeStock', await call(luo, 'changeStock', change), 'MALL_NO_CODES_HERE')
    const who = await newBuyer(cloud, 200)
    const { orderId } = expectData(await redeem(cloud, who, productId, { delivery: { kind: 'code' } }))
    const mine = await does<{ codes: string[] }>(who, 'openOrder', { orderId })
    expect(texts).toContain(mine.codes[0])
    expect((await does<{ codes: string[] }>(luo, 'openOrder', { orderId })).codes).toEqual([])
    await sweepLater(cloud)
    expect((await does<{ codes: string[] }>(who, 'openOrder', { orderId })).codes).toEqual(mine.codes)
    const stored = JSON.stringify([
      await cloud.dump('mall_codes'),
      await cloud.dump('mall_orders'),
      await cloud.dump('platform_receipts'),
    ])
    expect(stored).not.toContain('WO-SECRET')
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('a shipping file', () => {
  const check = (fileId: string) =>
    does<{ wrong: number; lines: { words: string }[] }>(luo, 'checkShipping', { kind: 'waybills', fileId })

  it('is done line by line: what is wrong is left out, and what is done is not done again', async () => {
    const productId = await twoKinds(4, 0)
    const who = await newBuyer(cloud, 200)
    const place = async () =>
      expectData(await redeem(cloud, who, productId, kind('navy', { delivery: atHome }), newRequestId()))
        .orderId
    const ids = [await place(), await place()]
    const number = async (orderId: string) =>
      (await does<{ order: { number: string } }>(who, 'openOrder', { orderId })).order.number
    const rows = [
      `${await number(ids[0] ?? '')},顺丰速运,SF12345678`,
      `${await number(ids[1] ?? '')},顺丰速运,?`,
    ]
    const file = (lines: string[], name: string) =>
      upload(cloud, luo.openid, `uploads/${name}.csv`, ['订单号,快递公司,运单号', ...lines].join('\n'))
    const wrong = await file(rows, 'wrong')
    expect(await check(wrong)).toMatchObject({ wrong: 1, right: 1, already: 0, more: 0 })
    const wrongLine = { line: 3, words: '运单号是 6 到 30 位字母和数字', wrong: true }
    expect(await does(luo, 'importShipping', { kind: 'waybills', fileId: wrong })).toMatchObject({
      ...{ done: 1, already: 0, next: null },
      skipped: [wrongLine],
    })
    // It names orders and parcels: once taken it is not kept.
    expect((await fetch(`${cloud.url}/storage/uploads/wrong.csv`)).status).toBe(404)
    const sentBefore = await file([`${await number(ids[1] ?? '')},顺丰速运,sf 1234 5678`], 'sent-before')
    expect(await check(sentBefore)).toMatchObject({
      wrong: 0,
      lines: [{ words: `顺丰速运 SF12345678，这个运单号寄过订单 ${await number(ids[0] ?? '')}，看看对不对` }],
    })
    const right = await file([rows[0] ?? ''], 'right')
    expect(await does(luo, 'importShipping', { kind: 'waybills', fileId: right })).toMatchObject({
      done: 0,
      already: 1,
    })
    const nodes = await upload(
      cloud,
      luo.openid,
      'uploads/nodes.csv',
      '运单号,时间,地点,说明\nSF12345678,2026-11-24 10:00,武汉,到达转运中心',
    )
    expect(await does(luo, 'importShipping', { kind: 'nodes', fileId: nodes })).toMatchObject({
      done: 1,
      already: 0,
    })
    const opened = await does<{ order: { nodes: unknown[] } }>(who, 'openOrder', { orderId: ids[0] ?? '' })
    expect(opened.order.nodes).toMatchObject([{ place: '武汉' }])
    const roster = await upload(cloud, luo.openid, 'uploads/none.csv', '员工编号\n1')
    const unreadable = await call(luo, 'checkShipping', { kind: 'waybills', fileId: roster })
    expectError('mall.checkShipping', unreadable, 'MALL_FILE_UNREADABLE')
  })
})

describe('where parcels have been', () => {
  it('is told to all orders of a parcel, once by whatever files, and to none that has come', async () => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 200)
    const place = async () => {
      const placed = await redeem(cloud, who, productId, { delivery: atHome }, newRequestId())
      const { orderId } = expectData(placed)
      await does(luo, 'shipOrder', { orderId, carrier: '顺丰速运', number: 'sf 7654 3210' })
      return orderId
    }
    const ids = [await place(), await place()]
    const line = 'SF76543210,2026-11-24 10:00,武汉,到达转运中心'
    const file = (name: string) =>
      upload(cloud, luo.openid, `uploads/${name}.csv`, ['运单号,时间,地点,说明', line, line].join('\n'))
    const files = [await file('nodes-one'), await file('nodes-other')]
    const imports = (fileId: string) => call(luo, 'importShipping', { kind: 'nodes', fileId })
    await Promise.all(files.map(fileId => again(() => imports(fileId))))
    const nodesOf = async (orderId: string) =>
      (await does<{ order: { nodes: unknown[] } }>(who, 'openOrder', { orderId })).order.nodes
    for (const orderId of ids) expect(await nodesOf(orderId)).toMatchObject([{ place: '武汉' }])
    for (const orderId of ids) await does(who, 'confirmOrder', { orderId })
    const late = await upload(
      cloud,
      luo.openid,
      'uploads/nodes-late.csv',
      '运单号,时间,地点,说明\nSF76543210,2026-11-24 11:00,上海,派送中',
    )
    expect(expectData(await imports(late))).toMatchObject({
      done: 0,
      skipped: [{ line: 2, words: '这个包裹已经收到了' }],
    })
    for (const orderId of ids) expect(await nodesOf(orderId)).toHaveLength(1)
  })
})

describe('a basket, favourites, addresses and waiting', () => {
  it('says what its owner alone has had of each', async () => {
    const limitPerPeriod = { period: 'month' as const, most: 2 }
    const productId = await twoKinds(5, 5, { limitPerPeriod })
    const [who, other] = [await newBuyer(cloud, 200), await newBuyer(cloud, 200)]
    expectData(await redeem(cloud, who, productId, kind('navy')))
    const counts = async (whose: typeof who) => {
      await does(whose, 'putInBasket', { productId, variantId: 'sand', quantity: 1 })
      type Line = { taken: number; takenInPeriod: number }
      const { lines } = await does<{ lines: Line[] }>(whose, 'openBasket', {})
      return lines.map(({ taken, takenInPeriod }) => [taken, takenInPeriod])
    }
    expect(await counts(who)).toEqual([[1, 1]])
    expect(await counts(other)).toEqual([[0, 0]])
  })

  it('are kept for their owner', async () => {
    const productId = await twoKinds(1, 0)
    const who = await newBuyer(cloud, 100)
    expect(await does(who, 'putInBasket', { productId, variantId: 'navy', quantity: 1 })).toEqual({
      lines: 1,
    })
    await does(who, 'markFavourite', { productId, favourite: true })
    const address = {
      recipient: '王小明',
      phone: '13800000426',
      region: ['上海市'],
      detail: '百安公路',
      preferred: false,
    }
    const { addressId } = await does(who, 'saveAddress', address)
    expect(await does(who, 'openBasket', {})).toMatchObject({
      lines: [{ variantId: 'navy', quantity: 1 }],
      addresses: [{ addressId, preferred: true }],
    })
    const more = { ...kind('navy'), fromBasket: true, delivery: atDesk }
    expect((await redeem(cloud, who, productId, more)).ok).toBe(true)
    expect(await does(who, 'openBasket', {})).toMatchObject({ lines: [] })
    expect(await does(who, 'removeAddress', { addressId })).toEqual({ addresses: 0 })
    const missing = await call(who, 'saveAddress', { ...address, addressId })
    expectError('mall.saveAddress', missing, 'MALL_ADDRESS_MISSING')
  })

  it('calls before an opening, once and in both channels, for the opening that there is by then', async () => {
    const opensAt = Date.parse('2026-11-24T14:00:00+08:00')
    const productId = await newProduct(cloud, { stock: 3, sale: { opensAt, closesAt: null } })
    const [who, gone] = [await newBuyer(cloud, 5), await newBuyer(cloud, 5)]
    await permit(cloud, who, 'goodReady')
    // As many as one run looks at lie off the shelf, due since long.
    const shelf = await productIn(cloud, productId)
    const off = Array.from({ length: 50 }, (_, index) => ({
      ...shelf,
      _id: `aa-off-${index}`,
      ...{ on: false, sale: { opensAt: 2, closesAt: 3 }, callAt: 1 },
    }))
    await cloud.engine.insertMany('mall_products', off)
    for (const person of [who, gone]) await does(person, 'awaitOpening', { productId, awaited: true })
    expect(await does(who, 'openProduct', { productId })).toMatchObject({ awaitsOpening: true, awaited: [] })
    await does(gone, 'awaitOpening', { productId, awaited: false })
    const sooner = { opensAt: opensAt - HOUR_MS, closesAt: null }
    await does(luo, 'saveGood', { productId, edition: 1, good: { ...sampleGood, sale: sooner } })
    const calledBy = async (clock: string) => {
      await cloud.clock(`2026-11-24T${clock}:00+08:00`)
      await cloud.timer('mall', 'sweep')
      const all = await cloud.dump<NoticeDocument>('notice_messages')
      return all.filter(({ target }) => target?.id === productId)
    }
    expect(await calledBy('12:49')).toEqual([])
    expect(await calledBy('12:50')).toMatchObject([
      { employeeId: who.employeeId, title: expect.stringContaining('13:00 开换') },
    ])
    expect(await calledBy('12:51')).toHaveLength(1)
    const near = await call(gone, 'awaitOpening', { productId, awaited: true })
    expectError('mall.awaitOpening', near, 'MALL_OPENING_NEAR')
    expect(await calledBy('13:00')).toHaveLength(1)
    expect((await productIn(cloud, productId)).callAt).toBeNull()
    await does(luo, 'saveGood', {
      productId: 'aa-off-0',
      edition: shelf.edition,
      good: { ...sampleGood, on: true, sale: { opensAt: 2, closesAt: 3 } },
    })
    await cloud.timer('mall', 'sweep')
    expect((await productIn(cloud, 'aa-off-0')).callAt).toBeNull()
    const sent = (await cloud.outbox()).filter(({ data }) => data.template_id === 'goodReady')
    expect(sent).toHaveLength(1)
    await cloud.clock(MALL_CLOCK)
  })

  it('tells of a return once', async () => {
    const productId = await twoKinds(0, 1)
    const who = await newBuyer(cloud, 100)
    const wait = { productId, variantId: 'navy', awaited: true }
    await does(who, 'awaitStock', wait)
    expectError(
      'mall.awaitStock',
      await call(who, 'awaitStock', { ...wait, variantId: 'sand' }),
      'MALL_IN_STOCK',
    )
    await sweepLater(cloud)
    const told = async () =>
      (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ target }) => target?.id === productId)
    expect(await told()).toEqual([])
    await does(luo, 'changeStock', {
      productId,
      variantId: 'navy',
      pieces: 1,
      reason: 'arrived',
      words: '补货',
    })
    await sweepLater(cloud)
    await sweepLater(cloud)
    expect(await told()).toMatchObject([
      { employeeId: who.employeeId, title: expect.stringContaining('补货了') },
    ])
  })

  it('is not promised of a kind that has left the shop, nor told when a piece of it comes back', async () => {
    const productId = await twoKinds(1, 1)
    const [early, late] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
    const bought = await redeem(cloud, late, productId, kind('navy'), newRequestId())
    const wait = { productId, variantId: 'navy', awaited: true }
    await does(early, 'awaitStock', wait)
    await does(luo, 'saveGood', { productId, edition: 1, good: { ...sampleGood, variants: [SAND] } })
    expectError('mall.awaitStock', await call(late, 'awaitStock', wait), 'MALL_VARIANT_MISSING')
    await does(late, 'cancelOrder', { orderId: expectData(bought).orderId, reason: '换一件' })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 1 } })
    await sweepLater(cloud)
    const notices = await cloud.dump<NoticeDocument>('notice_messages')
    expect(notices.filter(({ target }) => target?.id === productId)).toEqual([])
  })
})
