import type { ProductDocument } from '../../../cloudfunctions/mall/store'
import { uploadPicture } from '../../support/brandLife'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls, NAVY, SAND } from '../../support/mallCalls'
import {
  journalOf,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  productIn,
  redeem,
  startMallCloud,
  wrongIn,
} from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo, lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)

/** What the back office's book says of a product, oldest first. */
async function audited(productId: string): Promise<unknown[]> {
  const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
  return receipts.flatMap(({ audit }) => (audit?.subject === `mall_products/${productId}` ? [audit] : []))
}

describe('goods', () => {
  it('are changed by one keeper at a time, and found by characters and pinyin', async () => {
    const { productId } = await does(luo, 'saveGood', { good: { ...sampleGood, name: '松果香薰' } })
    const found = async (text: string) =>
      (await does<{ products: { productId: string }[] }>(lin, 'openShop', { text })).products.map(
        product => product.productId,
      )
    for (const text of ['松果', '果香', 'songguo', 'sgxx'])
      expect([text, await found(text)]).toEqual([text, [productId]])
    const change = { productId, edition: 1, good: { ...sampleGood, name: '松果香薰', price: 80 } }
    expect(await does(luo, 'saveGood', change)).toEqual({ productId, edition: 2 })
    const again = { ...change, good: { ...change.good, name: '别的名字' } }
    expectError('mall.saveGood', await call(luo, 'saveGood', again), 'MALL_GOOD_CHANGED')
    const kinds = await twoKinds(1, 0)
    const without = { productId: kinds, edition: 1, good: { ...sampleGood, variants: [SAND] } }
    expectError('mall.saveGood', await call(luo, 'saveGood', without), 'MALL_VARIANT_IN_USE')
  })

  it('are not said to be saved to the second of two who change one, nor is that put down', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const other = await newBuyer(cloud, 5, luo.grants)
    const saved = { productId, edition: 1, good: { ...sampleGood, price: 80 } }
    await does(luo, 'saveGood', saved)
    const late = { ...saved, good: { ...sampleGood, summary: '别的介绍' } }
    expectError('mall.saveGood', await call(other, 'saveGood', late), 'MALL_GOOD_CHANGED')
    expect(await audited(productId)).toMatchObject([{ by: luo.employeeId, after: { price: 80 } }])
  })

  it('are saved once by a command that is repeated after it has died', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const saved = { productId, edition: 1, good: { ...sampleGood, price: 80 } }
    const requestId = newRequestId()
    await cloud.fault({
      function: { name: 'mall', procedure: 'saveGood', mode: 'kill', after: 4, times: 1, when: 'after' },
    })
    expect((await call(luo, 'saveGood', saved, requestId)).ok).toBe(false)
    await cloud.fault({ clear: true })
    expect(await productIn(cloud, productId)).toMatchObject({ edition: 2, price: 80 })
    expect(await audited(productId)).toEqual([])
    const again = await call(luo, 'saveGood', saved, requestId)
    expect(expectData(again)).toEqual({ productId, edition: 2 })
    expect(await audited(productId)).toHaveLength(1)
  })

  it('stay things, or codes, once pieces of them have come in', async () => {
    const save = (productId: string, edition: number, deliveries: string[]) =>
      call(luo, 'saveGood', { productId, edition, good: { ...sampleGood, deliveries } })
    const { productId = '' } = await does(luo, 'saveGood', { good: sampleGood, firstStock: { one: 2 } })
    expectError('mall.saveGood', await save(productId, 1, ['code']), 'MALL_PIECES_IN_USE')
    const gone = { productId, variantId: 'one', pieces: 2, reason: 'withdrawn', words: '改成兑换码' }
    await does(luo, 'changeStock', gone)
    expectData(await save(productId, 1, ['code']))
    await does(luo, 'addCodes', { productId, variantId: 'one', codes: ['FIKA-2026-0001'] })
    expectError('mall.saveGood', await save(productId, 2, ['desk']), 'MALL_PIECES_IN_USE')
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, deliveries: ['code'] })
  })

  it('come to the shelf whole: pictures nobody can replace, kinds, and a book of what lies there', async () => {
    const fileId = await uploadPicture(cloud, newRequestId())
    const good = { ...sampleGood, name: '登山扣', pictures: [fileId], variants: [NAVY, SAND] }
    const { productId = '' } = await does(luo, 'saveGood', { good, firstStock: { navy: 4, sand: 0 } })
    const shelved = await productIn(cloud, productId)
    expect(shelved).toMatchObject({ stock: 4, delivered: 4, stockOf: { navy: 4, sand: 0 }, edition: 1 })
    expect(shelved.coverFileId).toMatch(/^cloud:\/\/[^/]+\/goods\/[\w-]+\.png$/)
    expect(await journalOf(cloud, productId)).toMatchObject([
      { number: 1, variantId: 'navy', change: 4, before: 0, after: 4, by: { name: luo.name } },
    ])
    expect(await wrongIn(cloud, productId)).toEqual([])
    const opened = await does<{ good: object }>(luo, 'openGood', { productId })
    expect(opened.good).toMatchObject({ name: '登山扣', edition: 1, delivered: 4 })
    const said = (await audited(productId)).at(-1)
    expect(said).toMatchObject({ by: luo.employeeId, before: null, after: { firstStock: { navy: 4 } } })
    await does(luo, 'saveGood', {
      productId,
      edition: 1,
      good: { ...good, pictures: shelved.pictures, price: 90 },
    })
    expect((await productIn(cloud, productId)).pictures).toEqual(shelved.pictures)
    expect((await audited(productId)).at(-1)).toMatchObject({ before: { price: 100 }, after: { price: 90 } })
  })

  it('take over what was uploaded for them once they are saved, and not before', async () => {
    const [first, second] = [
      await uploadPicture(cloud, newRequestId()),
      await uploadPicture(cloud, newRequestId()),
    ]
    const lie = (fileIds: readonly string[]) =>
      Promise.all(
        fileIds.map(
          async fileId =>
            (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status,
        ),
      )
    const requestId = newRequestId()
    const save = () =>
      call<{ productId: string }>(luo, 'saveGood', { good: { ...sampleGood, pictures: [first] } }, requestId)
    await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'fail' } })
    expect(await save()).toMatchObject({ ok: false })
    expect(await lie([first])).toEqual([200])
    const { productId } = expectData(await save())
    expect(await lie([first])).toEqual([404])
    const { pictures } = await productIn(cloud, productId)
    const changed = { productId, good: { ...sampleGood, pictures: [...pictures, second] } }
    expectError('mall.saveGood', await call(luo, 'saveGood', { ...changed, edition: 9 }), 'MALL_GOOD_CHANGED')
    expect(await lie([second])).toEqual([200])
    await does(luo, 'saveGood', { ...changed, edition: 1 })
    expect(await lie([second])).toEqual([404])
    expect(await lie((await productIn(cloud, productId)).pictures)).toEqual([200, 200])
  })

  it('show a kind by a picture of their own, also in its orders', async () => {
    const [cover, ofSand] = [
      await uploadPicture(cloud, newRequestId()),
      await uploadPicture(cloud, newRequestId()),
    ]
    const good = { ...sampleGood, pictures: [cover, ofSand], variants: [NAVY, { ...SAND, picture: ofSand }] }
    const { productId = '' } = await does(luo, 'saveGood', { good, firstStock: { navy: 2, sand: 2 } })
    const { pictures } = await productIn(cloud, productId)
    const who = await newBuyer(cloud, 200)
    const { product } = await does<{ product: { variants: object[] } }>(who, 'openProduct', { productId })
    expect(product.variants).toMatchObject([{ picture: null }, { picture: pictures[1] }])
    const order = async (variantId: string) =>
      expectData(await redeem(cloud, who, productId, { variantId }, newRequestId())).orderId
    const coverOf = async (orderId: string) =>
      (await does<{ order: { coverFileId: string } }>(who, 'openOrder', { orderId })).order.coverFileId
    const [navy, sand] = [await order('navy'), await order('sand')]
    expect([await coverOf(navy), await coverOf(sand)]).toEqual(pictures)
    const { pickupCode } = await does(who, 'openOrder', { orderId: navy })
    await does(luo, 'handOver', { pickupCode })
    const wish = { orderId: navy, kind: 'exchange', reason: 'colour', words: '', variantId: 'sand' }
    await does(who, 'askAfterSale', wish)
    await does(luo, 'decideAfterSale', { orderId: navy, verdict: 'accept', words: '可以' })
    await does(luo, 'exchange', { orderId: navy })
    expect(await coverOf(navy)).toBe(pictures[1])
    const stranger = { ...SAND, picture: 'cloud://wo-local.wo-local/goods/of-another.png' }
    const wrong = await call(luo, 'saveGood', { good: { ...sampleGood, variants: [stranger] } })
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })

  it('keep the pictures that they have, wherever these lie', async () => {
    const pictures = ['cloud://wo-local.wo-local/covers/of-old.png']
    const productId = await newProduct(cloud, { stock: 1, pictures })
    const save = (more: object) => call(luo, 'saveGood', { good: { ...sampleGood, pictures }, ...more })
    expectData(await save({ productId, edition: 1 }))
    expect((await productIn(cloud, productId)).pictures).toEqual(pictures)
    expectError('mall.saveGood', await save({}), 'MALL_PICTURE_MISSING')
  })

  it('are listed whole, or by whether they are on the shelf', async () => {
    const off = await twoKinds(1, 0, { on: false })
    const on = await twoKinds(1, 0)
    const listed = async (input: object) => {
      const found: string[] = []
      let after: string | null = null
      do {
        const page: { goods: { productId: string }[]; next: string | null } = await does(luo, 'listGoods', {
          ...input,
          ...(after ? { after } : {}),
        })
        found.push(...page.goods.map(({ productId }) => productId))
        after = page.next
      } while (after)
      return found
    }
    expect(await listed({})).toEqual(expect.arrayContaining([off, on]))
    expect(await listed({ on: true })).toEqual(expect.arrayContaining([on]))
    expect(await listed({ on: true })).not.toContain(off)
    expect(await listed({ on: false })).toEqual([off])
  })

  it('come without pieces that are not theirs, codes that are none, and pictures that are not there', async () => {
    const save = (given: object, firstStock: object = {}) =>
      call(luo, 'saveGood', { good: { ...sampleGood, ...given }, firstStock })
    expectError('mall.saveGood', await save({}, { other: 1 }), 'MALL_VARIANT_MISSING')
    expectError('mall.saveGood', await save({ deliveries: ['code'] }, { one: 1 }), 'MALL_NO_CODES_HERE')
    const pictures = ['cloud://wo-local.wo-local/uploads/nowhere.png']
    expectError('mall.saveGood', await save({ pictures }), 'MALL_PICTURE_MISSING')
    const words = await uploadPicture(cloud, newRequestId(), 'words that call themselves a picture')
    expectError('mall.saveGood', await save({ pictures: [words] }), 'MALL_PICTURE_UNFIT')
    expectError('mall.saveGood', await save({ deliveries: ['code', 'home'] }), 'INVALID_INPUT')
    expectError(
      'mall.openGood',
      await call(luo, 'openGood', { productId: 'nothing' }),
      'MALL_PRODUCT_MISSING',
    )
  })
})

describe('a night', () => {
  const atNight = async () => {
    await cloud.clock('2026-11-26T03:30:00+08:00')
    await cloud.timer('mall', 'sweep')
    await cloud.clock(MALL_CLOCK)
  }

  it('takes out of storage what was taken out of a good, but for what an order or another good shows', async () => {
    const uploads = await Promise.all([1, 2, 3, 4].map(() => uploadPicture(cloud, newRequestId())))
    const [cover = '', gone = '', shared = '', stays = ''] = uploads
    const good = { ...sampleGood, pictures: [cover, gone, shared, stays] }
    const { productId = '' } = await does(luo, 'saveGood', { good, firstStock: { one: 1 } })
    const { pictures: first } = await productIn(cloud, productId)
    await does(luo, 'saveGood', { good: { ...sampleGood, pictures: [first[2] ?? ''] } })
    expectData(await redeem(cloud, await newBuyer(cloud, 100), productId))
    const keep = (edition: number, pictures: readonly (string | undefined)[]) =>
      does(luo, 'saveGood', { productId, edition, good: { ...sampleGood, pictures } })
    await keep(1, [first[1]])
    await keep(2, [first[3]])
    const lie = () =>
      Promise.all(
        first.map(async fileId => {
          const path = fileId.split('/').slice(3).join('/')
          return (await fetch(`${cloud.url}/storage/${path}`)).status
        }),
      )
    expect(await lie()).toEqual([200, 200, 200, 200])
    await atNight()
    expect(await lie()).toEqual([200, 404, 200, 200])
    expect(await productIn(cloud, productId)).toMatchObject({ pictures: [first[3]], dropped: [] })
  })

  it('forgets the periods that are over of all goods there are', async () => {
    const [good] = await cloud.dump<ProductDocument>('mall_products')
    const many = Array.from({ length: 1_000 }, (_, index) => ({ ...good, _id: `many-${index}`, on: false }))
    const last = { ...good, _id: 'zz-last', on: false, takenIn: { d20261120: { VC000001: 1 } } }
    await cloud.engine.insertMany('mall_products', [...many, last])
    await atNight()
    expect((await productIn(cloud, last._id)).takenIn).toEqual({})
  })
})
