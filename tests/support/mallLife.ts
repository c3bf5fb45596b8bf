import type { Does } from './does'
import { sampleGood } from './goods'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { atDesk, atHome, newBuyer, newProduct } from './mallWorld'
import { people, type TestPerson } from './people'

const { luo } = people
const reason = '核对过了'

/** Every procedure of the mall once, at its dearest. */
export async function mallLives(cloud: TestCloud, does: Does): Promise<void> {
  const buyer = await newBuyer(cloud, 300)
  // As many messages as this life has steps: each that may go out costs one request more.
  await cloud.engine.insertMany('notice_permissions', [{ _id: buyer.employeeId, left: { orderProgress: 9 } }])
  await cloud.subscribe(buyer.openid, 'orderProgress', 9)
  const productId = await newProduct(cloud, { stock: 5, price: 50 })
  const redeem = async (delivery: object, quantity = 1) =>
    (await does(buyer, 'mall.redeem', { productId, quantity, priceSeen: 50, delivery })).orderId ?? ''
  const [cancelled, fetched, sent] = [await redeem(atDesk), await redeem(atDesk), await redeem(atHome, 2)]
  await does(luo, 'mall.callOffOrder', { orderId: await redeem(atDesk), cause: 'lost', reason })
  await does(buyer, 'mall.openShop')
  await does(buyer, 'mall.openProduct', { productId })
  await does(buyer, 'mall.listOrders')
  const { pickupCode } = await does(buyer, 'mall.openOrder', { orderId: fetched })
  await does(buyer, 'mall.cancelOrder', { orderId: cancelled, reason: '选错了' })
  const elsewhere = [atDesk, atHome].entries()
  for (const [edition, delivery] of elsewhere)
    await does(buyer, 'mall.redirectOrder', { orderId: sent, edition, delivery })
  await does(luo, 'mall.listFulfilment', { kind: 'home' })
  for (const name of ['openPickup', 'handOver']) await does(luo, `mall.${name}`, { pickupCode })
  await does(luo, 'mall.shipOrder', { orderId: sent, carrier: '顺丰', number: 'SF1234567890', edition: 2 })
  await does(luo, 'mall.correctWaybill', { orderId: sent, carrier: '顺丰', number: 'SF1234567891' })
  await does(buyer, 'mall.confirmOrder', { orderId: sent })
  await mallKeeps(cloud, does, buyer, productId, sent, fetched)
  await mallIsKept(cloud, does, productId)
}

const twoColours = [
  { variantId: 'one', colour: '雾蓝', size: null },
  { variantId: 'other', colour: '沙色', size: null },
]

/** What costs most: one order that goes back and one that is exchanged. */
async function mallKeeps(
  cloud: TestCloud,
  does: Does,
  buyer: TestPerson,
  productId: string,
  back: string,
  exchanged: string,
): Promise<void> {
  const variantId = 'one'
  await does(buyer, 'mall.putInBasket', { productId, variantId, quantity: 1 })
  await does(buyer, 'mall.openBasket')
  await does(buyer, 'mall.markFavourite', { productId, favourite: true })
  await does(buyer, 'mall.listFavourites')
  const gone = await newProduct(cloud, { stock: 0 })
  await does(buyer, 'mall.awaitStock', { productId: gone, variantId, awaited: true })
  const early = await newProduct(cloud, { stock: 1, sale: { opensAt: Date.now() * 2, closesAt: null } })
  await does(buyer, 'mall.awaitOpening', { productId: early, awaited: true })
  const address = { recipient: '王小明', phone: '13800000426', region: ['上海市'], detail: '百安公路 1 号' }
  const { addressId } = await does(buyer, 'mall.saveAddress', { ...address, preferred: true })
  await does(buyer, 'mall.listAddresses')
  await does(buyer, 'mall.removeAddress', { addressId })
  const photo = async (name: string) => [await upload(cloud, buyer.openid, `uploads/${name}.jpg`, 'a photo')]
  const asked = { orderId: back, kind: 'return', reason: 'late', words: '' }
  const ofTwo = { ...asked, quantity: 1, imageIds: await photo('life-back') }
  const { orderId: part } = await does(buyer, 'mall.askAfterSale', ofTwo)
  await does(buyer, 'mall.withdrawAfterSale', { orderId: part })
  await does(buyer, 'mall.askAfterSale', asked)
  await does(buyer, 'mall.askAfterSale', {
    orderId: exchanged,
    kind: 'exchange',
    reason: 'broken',
    words: '',
  })
  await does(luo, 'mall.listAfterSales')
  for (const orderId of [back, exchanged])
    await does(luo, 'mall.decideAfterSale', { orderId, verdict: 'accept', words: reason })
  await does(luo, 'mall.takeBack', { orderId: back })
  await does(luo, 'mall.exchange', { orderId: exchanged, broken: true })
}

async function mallIsKept(cloud: TestCloud, does: Does, productId: string): Promise<void> {
  await does(luo, 'mall.listGoods')
  await does(luo, 'mall.openGood', { productId })
  await does(luo, 'mall.saveGood', { good: sampleGood, firstStock: { one: 3 } })
  await does(luo, 'mall.saveGood', {
    productId,
    edition: 1,
    good: { ...sampleGood, price: 50, variants: twoColours },
  })
  const change = { productId, variantId: 'one', pieces: 3, reason: 'arrived', words: reason }
  await does(luo, 'mall.changeStock', change)
  await does(luo, 'mall.openStock', { productId })
  const sealed = await newProduct(cloud, { stock: 0, price: 10, deliveries: ['code'] })
  await does(luo, 'mall.addCodes', { productId: sealed, variantId: 'one', codes: ['WO-0001', 'WO-0002'] })
  const rich = await newBuyer(cloud, 100)
  await does(rich, 'mall.redeem', {
    productId: sealed,
    quantity: 1,
    priceSeen: 10,
    delivery: { kind: 'code' },
    fromBasket: true,
  })
  const { orderId } = await does(rich, 'mall.redeem', {
    productId,
    quantity: 1,
    priceSeen: 50,
    delivery: atHome,
  })
  const { order } = await does<{ order: { number: string } }>(rich, 'mall.openOrder', { orderId })
  const file = `订单号,快递公司,运单号\n${order.number},顺丰速运,SF99887766`
  const fileId = await upload(cloud, luo.openid, 'uploads/budget.csv', file)
  await does(luo, 'mall.checkShipping', { kind: 'waybills', fileId })
  await does(luo, 'mall.importShipping', { kind: 'waybills', fileId })
  await does(luo, 'mall.addNode', { orderId, place: '武汉转运中心', words: '到达' })
  await does(luo, 'mall.openPicking')
  await does(luo, 'mall.findOrders', { text: 'M2611' })
  await does(luo, 'mall.findOrders', { text: '披毯' })
  await does(luo, 'mall.exportOrders', { days: 30 })
  await does(luo, 'mall.openMallStats')
  await does(luo, 'mall.listRedemptions', { productId })
}
