import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import { DESK, MALL_CLOCK_LATER, newBuyer, redeem, startMallCloud } from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo } = people
const GIVEN = 25

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)

interface Listed {
  redemptions: {
    buyer: { employeeId: string }
    variantName: string
    quantity: number
    state: string
    desk: string | null
  }[]
  next: string | null
}

describe('who redeemed a good', () => {
  it('stands there with what they took, the newest first, also where it was called off', async () => {
    const productId = await twoKinds(5, 5)
    const one = await newBuyer(cloud, 500)
    const other = await newBuyer(cloud, 500)
    const { orderId } = expectData(await redeem(cloud, one, productId, { variantId: 'navy', quantity: 2 }))
    await cloud.clock(MALL_CLOCK_LATER)
    expectData(await redeem(cloud, other, productId, { variantId: 'sand' }))
    await does(one, 'cancelOrder', { orderId, reason: '不想要了' })
    const { redemptions, next } = await does<Listed>(luo, 'listRedemptions', { productId })
    expect(redemptions).toMatchObject([
      {
        buyer: { employeeId: other.employeeId },
        variantName: '沙色',
        quantity: 1,
        state: 'placed',
        desk: DESK.name,
      },
      { buyer: { employeeId: one.employeeId }, variantName: '海军蓝', quantity: 2, state: 'cancelled' },
    ])
    expect(next).toBeNull()
  })

  it('comes page by page, each order once and no other good’s', async () => {
    const cheap = { price: 10, limitPerPerson: 99 }
    const productId = await twoKinds(GIVEN, GIVEN, cheap)
    const elsewhere = await twoKinds(1, 1, cheap)
    const who = await newBuyer(cloud, 300)
    const buy = (of: string) => redeem(cloud, who, of, { variantId: 'navy', priceSeen: cheap.price })
    for (let index = 0; index < GIVEN; index += 1) expectData(await buy(productId))
    expectData(await buy(elsewhere))
    const found: unknown[] = []
    let after: string | undefined
    do {
      const page = await does<Listed>(luo, 'listRedemptions', { productId, ...(after ? { after } : {}) })
      found.push(...page.redemptions)
      after = page.next ?? undefined
    } while (after)
    expect(found).toHaveLength(GIVEN)
  })

  it('is asked of a good that is there', async () => {
    expectError(
      'mall.listRedemptions',
      await call(luo, 'listRedemptions', { productId: 'none' }),
      'MALL_PRODUCT_MISSING',
    )
  })
})
