import { DAY_MS, type Instant } from '@domain/kernel/time'
import { ARRIVAL_DAYS } from '@domain/mall/arrival'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  atHome,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  ordersFor,
  redeem,
  startMallCloud,
} from '../../support/mallWorld'
import { changePerson, people, type TestPerson } from '../../support/people'

const { luo } = people
const SENT_AT = Date.parse(MALL_CLOCK)
const DUE_AT = SENT_AT + ARRIVAL_DAYS * DAY_MS

let cloud: TestCloud
let buyer: TestPerson
let productId: string
let orderId: string

beforeAll(async () => {
  cloud = await startMallCloud({ workers: 1 })
})
beforeEach(async () => {
  productId = await newProduct(cloud, { stock: 3 })
  buyer = await newBuyer(cloud, 300)
  orderId = expectData(await redeem(cloud, buyer, productId, { delivery: atHome })).orderId
  await does(luo, 'shipOrder', { orderId, carrier: '顺丰速运', number: `SF${orderId.slice(-10)}` })
})
afterEach(() => cloud.clock(MALL_CLOCK))
afterAll(() => cloud.close())

const { call, does } = mallCalls(() => cloud)

const stateAt = async (at: Instant) => {
  await cloud.clock(new Date(at).toISOString())
  await cloud.timer('mall', 'sweep')
  const [order] = await ordersFor(cloud, productId)
  return order?.state
}
const toldOf = async () =>
  (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ title }) => title.endsWith('算作收到了'))

describe('a parcel that nobody confirms', () => {
  it('counts as received after its days, once, and may be asked back from then on', async () => {
    expect(await stateAt(DUE_AT)).toBe('shipped')
    const before = (await toldOf()).length
    expect(await stateAt(DUE_AT + 1)).toBe('received')
    expect(await stateAt(DUE_AT + 2)).toBe('received')
    expect(await toldOf()).toHaveLength(before + 1)
    expectError(
      'mall.confirmOrder',
      await call(buyer, 'confirmOrder', { orderId }),
      'MALL_TRANSITION_REFUSED',
    )
    const { order } = (await does(buyer, 'openOrder', { orderId })) as { order: { actions: string[] } }
    expect(order.actions).toEqual(['askReturn', 'askExchange'])
  })

  it('has its days anew once its waybill was put right', async () => {
    await cloud.clock(new Date(DUE_AT - DAY_MS).toISOString())
    const number = `SF9${orderId.slice(-9)}`
    await does(luo, 'correctWaybill', { orderId, carrier: '顺丰速运', number })
    expect(await stateAt(DUE_AT + 1)).toBe('shipped')
    expect(await stateAt(DUE_AT + (ARRIVAL_DAYS - 1) * DAY_MS + 1)).toBe('received')
  })

  it('is left alone where its buyer has confirmed it', async () => {
    await does(buyer, 'confirmOrder', { orderId })
    expect(await stateAt(DUE_AT + 1)).toBe('received')
    const [order] = await ordersFor(cloud, productId)
    expect(order?.trail.map(({ action }) => action)).toEqual(['place', 'ship', 'confirm'])
  })

  it('comes to its end also where its buyer has left the company', async () => {
    await changePerson(cloud.engine, buyer, { status: 'left' })
    expect(await stateAt(DUE_AT + 1)).toBe('received')
  })
})
