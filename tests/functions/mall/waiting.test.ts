import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { newBuyer, newProduct, productIn, startMallCloud, sweepLater } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const NAVY = { variantId: 'navy', colour: '海军蓝', size: null }
const SAND = { variantId: 'sand', colour: '沙色', size: null }

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const does = async (who: TestPerson, name: string, input: object) =>
  expectData(await cloud.call(who.openid, `mall.${name}`, input, newRequestId()))
const awaits = (who: TestPerson, productId: string, variantId: string) =>
  does(who, 'awaitStock', { productId, variantId, awaited: true })
const arrives = (productId: string, variantId: string) =>
  does(people.luo, 'changeStock', { productId, variantId, pieces: 1, reason: 'arrived', words: '补货' })
const twoKinds = (navy: number, sand: number) =>
  newProduct(cloud, { stock: navy + sand }, [
    { ...NAVY, stock: navy },
    { ...SAND, stock: sand },
  ])
const toldOf = async (productId: string) =>
  (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ target }) => target?.id === productId)

test('a return is told of however many goods were awaited once, or are for another kind of theirs', async () => {
  const [early, late] = [await newBuyer(cloud, 5), await newBuyer(cloud, 5)]
  for (let count = 0; count < 60; count += 1) await newProduct(cloud, { stock: 1, awaited: true, asked: 1 })
  const productId = await twoKinds(0, 0)
  await cloud.engine.insertMany(
    'mall_waits',
    Array.from({ length: 600 }, (_, index) => ({
      ...{ _id: `A${index}.${productId}.navy`, employeeId: `A${index}` },
      ...{ productId, variantId: 'navy', at: 0 },
    })),
  )
  await awaits(early, productId, 'sand')
  await arrives(productId, 'sand')
  await sweepLater(cloud)
  expect(await toldOf(productId)).toMatchObject([{ employeeId: early.employeeId }])

  // Those for which nobody waits cost the sweeper nothing any more, until somebody does.
  const awaited = await cloud.dump<{ _id: string; awaited: boolean }>('mall_products')
  expect(awaited.filter(product => product.awaited).map(({ _id }) => _id)).toEqual([productId])
  const other = await twoKinds(0, 1)
  await awaits(late, other, 'navy')
  await sweepLater(cloud)
  expect(await productIn(cloud, other)).toMatchObject({ awaited: true })
  await arrives(other, 'navy')
  await sweepLater(cloud)
  expect(await toldOf(other)).toMatchObject([{ employeeId: late.employeeId }])
  await sweepLater(cloud)
  expect(await productIn(cloud, other)).toMatchObject({ awaited: false })
})
