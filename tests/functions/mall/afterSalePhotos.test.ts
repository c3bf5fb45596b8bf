import type { OutputOf } from '@domain/kernel/contract'
import type { mall } from '@domain/mall/contract'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { expectData, expectError } from '../../support/expectError'
import { kept, newRequestId, upload } from '../../support/identityWorld'
import { type TestCloud, until } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import { newBuyer, ordersFor, redeem, startMallCloud } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)

type Opened = OutputOf<typeof mall.openOrder>
type Listed = OutputOf<typeof mall.listAfterSales>

const photo = (who: TestPerson, name: string) =>
  upload(cloud, who.openid, `uploads/${name}.jpg`, `photo ${name}`)
const fileAt = async (fileId: string) =>
  (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status

async function fetched(productId: string, who: TestPerson) {
  const { orderId } = expectData(await redeem(cloud, who, productId, { variantId: 'navy' }, newRequestId()))
  const { pickupCode } = await does(who, 'openOrder', { orderId })
  await does(luo, 'handOver', { pickupCode })
  return orderId
}

const ask = (who: TestPerson, orderId: string, imageIds: string[]) =>
  call<{ state: string }>(who, 'askAfterSale', {
    ...{ orderId, kind: 'return', reason: 'broken', words: '' },
    imageIds,
  })
const listed = async (orderId: string) =>
  (await does<Listed>(luo, 'listAfterSales', {})).orders.find(one => one.orderId === orderId)
const copiesOf = async (productId: string) => {
  const [order] = (await ordersFor(cloud, productId)) as [OrderDocument]
  return (order.afterSale?.photos ?? []).map(({ fileId }) => fileId)
}

test('photos of what is asked back are the buyer’s until they have passed, then the keeper’s too', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await fetched(productId, who)
  const uploads = [await photo(who, 'crack'), await photo(who, 'box')]
  expectData(await ask(who, orderId, uploads))
  const mine = (await does<Opened>(who, 'openOrder', { orderId })).order.afterSale?.photos
  expect(mine).toMatchObject([{ checking: true }, { checking: true }])
  expect(await listed(orderId)).toMatchObject({ photos: [], photosChecking: 2 })
  expect((await does<Opened>(luo, 'openOrder', { orderId })).order.afterSale?.photos).toEqual([])
  await until('the verdict', async () => {
    await cloud.timer('mall', 'sweep')
    return (await listed(orderId))?.photosChecking === 0 ? true : null
  })
  expect((await listed(orderId))?.photos).toEqual(mine?.map(({ fileId }) => fileId))
  // What can be replaced by whoever has uploaded it is not what is shown.
  expect(await Promise.all(uploads.map(fileAt))).toEqual([404, 404])
})

test('a photo that WeChat refuses is seen by nobody, and its file goes', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await fetched(productId, who)
  await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'risky', times: 1 } })
  expectData(await ask(who, orderId, [await photo(who, 'bad')]))
  const [copy = ''] = await copiesOf(productId)
  expect(await fileAt(copy)).toBe(200)
  await until('the photo is taken away', async () => {
    await cloud.timer('mall', 'sweep')
    return (await copiesOf(productId)).length === 0 ? true : null
  })
  expect(await fileAt(copy)).toBe(404)
  expect(await listed(orderId)).toMatchObject({ photos: [], photosChecking: 0 })
})

test('photos go with what they were shown for', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await fetched(productId, who)
  expectData(await ask(who, orderId, [await photo(who, 'first')]))
  const [first = ''] = await copiesOf(productId)
  await does(luo, 'decideAfterSale', { orderId, verdict: 'refuse', words: '请补一张照片' })
  expectData(await ask(who, orderId, [await photo(who, 'second')]))
  const [second = ''] = await copiesOf(productId)
  expect([await fileAt(first), await fileAt(second)]).toEqual([404, 200])
  await does(who, 'withdrawAfterSale', { orderId })
  expect(await fileAt(second)).toBe(404)
})

test('what was withdrawn before the verdict waits for none, also where it was left waiting', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await fetched(productId, who)
  expectData(await ask(who, orderId, [await photo(who, 'withdrawn')]))
  await does(who, 'withdrawAfterSale', { orderId })
  const [withdrawn] = (await ordersFor(cloud, productId)) as [OrderDocument]
  expect(withdrawn).toMatchObject({ afterSale: null, photosState: 'done' })
  const leftFor = `${productId}-left`
  const left = { ...withdrawn, _id: `${orderId}-left`, productId: leftFor, pickupCode: '00000000' }
  await cloud.engine.insertMany('mall_orders', [{ ...left, photosState: 'checking' }])
  await cloud.timer('mall', 'sweep')
  expect(await ordersFor(cloud, leftFor)).toMatchObject([{ afterSale: null, photosState: 'done' }])
})

test('a photo is of what was uploaded alone, three at most, and of nothing where it is too late', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await fetched(productId, who)
  const none = 'cloud://wo-local.wo-local/uploads/none.jpg'
  expectError('mall.askAfterSale', await ask(who, orderId, [none]), 'FORUM_IMAGE_MISSING')
  const other = await kept(cloud, 'pictures/of-another.jpg', 'a face')
  expect(await ask(who, orderId, [other])).toMatchObject({ ok: false })
  expect(await fileAt(other)).toBe(200)
  const four = await Promise.all(['1', '2', '3', '4'].map(name => photo(who, `four-${name}`)))
  expect(await ask(who, orderId, four)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  expectData(await ask(who, orderId, four.slice(0, 3)))
})
