import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { newBuyer, newProduct, redeem, startMallCloud, wrongIn } from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const call = <T>(name: string, input: object) =>
  cloud.call<T>(luo.openid, `mall.${name}`, input, newRequestId())
const twoKinds = (navy: number, sand: number) =>
  newProduct(cloud, { stock: navy + sand }, [
    { variantId: 'navy', colour: '海军蓝', size: null, stock: navy },
    { variantId: 'sand', colour: '沙色', size: null, stock: sand },
  ])

describe('a shelf', () => {
  it('takes away what is broken or moved, and works out what a count has found', async () => {
    const productId = await twoKinds(9, 4)
    const says = async (reason: string, pieces: number) =>
      expectData(
        await call('changeStock', { productId, variantId: 'navy', pieces, reason, words: '每月清点' }),
      )
    expect(await says('damaged', 2)).toEqual({ before: 9, after: 7 })
    expect(await says('withdrawn', 1)).toEqual({ before: 7, after: 6 })
    expect(await says('counted', 8)).toEqual({ before: 6, after: 8 })
    expect(await says('counted', 8)).toEqual({ before: 8, after: 8 })
    const none = { productId, variantId: 'navy', pieces: 0, reason: 'damaged', words: '没有' }
    expectError('mall.changeStock', await call('changeStock', none), 'INVALID_INPUT')
    const less = { ...none, pieces: -3, reason: 'arrived' }
    expectError('mall.changeStock', await call('changeStock', less), 'INVALID_INPUT')
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('says of each kind where its pieces are', async () => {
    const productId = await twoKinds(5, 3)
    const who = await newBuyer(cloud, 300)
    expectData(await redeem(cloud, who, productId, { variantId: 'navy' }, newRequestId()))
    const { kinds } = expectData(await call<{ kinds: object[] }>('openStock', { productId }))
    expect(kinds).toEqual([
      { variantId: 'navy', came: 5, out: 1, stock: 4 },
      { variantId: 'sand', came: 3, out: 0, stock: 3 },
    ])
  })
})
