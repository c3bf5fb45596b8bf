import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import { atHome, newBuyer, newProduct, overtaken, redeem, startMallCloud } from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)
const kind = (variantId: string, more: object = {}) => ({ variantId, ...more })

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
    expect(unreadable).toMatchObject({
      error: { message: expect.stringMatching(/^缺少列：订单号、.+；文件里是 员工编号$/) },
    })
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

  it('is not told of an order whose number was corrected while the file was read', async () => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 200)
    const waybill = { carrier: '顺丰速运', number: 'SF30010001' }
    const place = async () => {
      const placed = await redeem(cloud, who, productId, { delivery: atHome }, newRequestId())
      const { orderId } = expectData(placed)
      await does(luo, 'shipOrder', { orderId, ...waybill })
      return orderId
    }
    const [orderId, other] = [await place(), await place()]
    const sheet = '运单号,时间,地点,说明\nSF30010001,2026-11-24 10:00,武汉,到达转运中心'
    const fileId = await upload(cloud, luo.openid, 'uploads/nodes-corrected.csv', sheet)
    const reply = await overtaken(
      cloud,
      () => call(luo, 'importShipping', { kind: 'nodes', fileId }),
      () => does(luo, 'correctWaybill', { orderId, ...waybill, number: 'SF30010002' }),
    )
    type Opened = { order: { nodes: object[] } }
    expect((await does<Opened>(who, 'openOrder', { orderId })).order.nodes).toEqual([])
    expect((await does<Opened>(who, 'openOrder', { orderId: other })).order.nodes).toHaveLength(1)
    expect(expectData(reply)).toMatchObject({
      done: 0,
      skipped: [{ line: 2, number: 'SF30010001', words: '订单刚刚变了，再核对一次', wrong: true }],
    })
  })
})
