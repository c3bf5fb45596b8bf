import type { Entry } from '@domain/coin/entry'
import { expectData } from '../support/expectError'
import { newRequestId } from '../support/identityWorld'
import type { TestCloud } from '../support/localCloud'
import { mallCalls } from '../support/mallCalls'
import { balanceOf, newBuyer, redeem, startMallCloud } from '../support/mallWorld'
import { people, type TestPerson } from '../support/people'
import { runAudit } from './auditCommand'

const CLI_MS = 120_000
const { luo } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { does, twoKinds } = mallCalls(() => cloud)

const asking = (who: TestPerson, orderId: string, more: object) =>
  does(who, 'askAfterSale', { orderId, kind: 'return', reason: 'unwanted', words: '', ...more })

/** @returns the id of the pieces that came back */
async function givesBack(who: TestPerson, from: string, more: object = {}): Promise<string> {
  const { orderId = '' } = await asking(who, from, more)
  await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
  await does(luo, 'takeBack', { orderId })
  return orderId
}

/** What the buyers' coins were earned by: the auditor looks for it. */
async function postsBehind(entries: readonly Entry[]): Promise<void> {
  const earned = entries.filter(({ reason }) => reason === 'forum.post')
  await cloud.engine.insertMany(
    'forum_posts',
    earned.map(({ sourceId }) => ({ _id: sourceId })),
  )
}

/** Three pieces for 300 coins, in their buyer's hands. */
async function threePieces(who: TestPerson): Promise<string> {
  const productId = await twoKinds(3, 0)
  const wish = { variantId: 'navy', quantity: 3 }
  const { orderId } = expectData(await redeem(cloud, who, productId, wish, newRequestId()))
  const { pickupCode } = await does(who, 'openOrder', { orderId })
  await does(luo, 'handOver', { pickupCode })
  return orderId
}

/** Books the refund of a part once more, behind the house's back. */
async function refundAgain(part: string, forged: Partial<Entry>): Promise<Entry> {
  const entries = await cloud.dump<Entry>('coin_entries')
  const refund = entries.find(({ kind, sourceId }) => kind === 'refund' && sourceId === part)
  if (!refund) throw new Error(`${part} was never refunded`)
  const { employeeId } = refund
  const last = Math.max(...entries.filter(one => one.employeeId === employeeId).map(({ number }) => number))
  const { amount, balanceAfter } = refund
  const again = { ...refund, number: last + 1, balanceAfter: balanceAfter + amount, ...forged }
  await cloud.engine.insertMany('coin_entries', [{ ...again }])
  return again
}

test(
  'the auditor passes returns of parts, of parts of them and of the rest, and names a part that was refunded twice',
  async () => {
    const [some, all] = [await newBuyer(cloud, 300), await newBuyer(cloud, 300)]
    await postsBehind(await cloud.dump<Entry>('coin_entries'))
    const ofSome = await threePieces(some)
    const { orderId: two = '' } = await asking(some, ofSome, { quantity: 2 })
    await does(luo, 'decideAfterSale', { orderId: two, verdict: 'accept', words: '带到前台' })
    await does(some, 'withdrawAfterSale', { orderId: two })
    const one = await givesBack(some, two, { quantity: 1 })
    await givesBack(some, ofSome)
    const ofAll = await threePieces(all)
    const first = await givesBack(all, ofAll, { quantity: 2 })
    await givesBack(all, ofAll)
    expect([await balanceOf(cloud, some), await balanceOf(cloud, all)]).toEqual([200, 300])
    const { code, output } = await runAudit('--url', cloud.url)
    expect(output).toContain('Sound')
    expect(output).toContain('every piece is accounted for')
    expect(output).toContain('every coin was paid or went back for an order')
    expect(code).toBe(0)

    const twice = await refundAgain(one, { _id: `mall.redeem.refunded:${one}-again` })
    const renamed = { sourceId: `${ofAll}.2`, _id: `mall.redeem.refunded:${ofAll}.2`, balanceAfter: 500 }
    const more = await refundAgain(first, renamed)
    const found = await runAudit('--url', cloud.url)
    expect(found.code).toBe(1)
    const { employeeId } = twice
    const expected = `mall.redeem.refunded:${one}`
    expect(found.output).toContain(
      `SOURCE_PAID_TWICE  ${employeeId}  ${twice._id}: expected ${expected}, found ${twice._id}`,
    )
    expect(found.output).toContain(`REFUND_WRONG  ${all.employeeId}  ${more._id}: expected 300, found 500`)
  },
  CLI_MS,
)

test(
  'the auditor names what was refunded for a part that no order has, though the sum fits',
  async () => {
    const who = await newBuyer(cloud, 300)
    const whole = await threePieces(who)
    const { orderId: rejoined = '' } = await asking(who, whole, { quantity: 1 })
    await does(who, 'withdrawAfterSale', { orderId: rejoined })
    const part = await givesBack(who, whole, { quantity: 1 })
    expect((await runAudit('--url', cloud.url)).output).not.toContain(whole)
    await refundAgain(part, { sourceId: rejoined, _id: `mall.redeem.refunded:${rejoined}` })
    const { code, output } = await runAudit('--url', cloud.url)
    expect(output).toContain(`  ${rejoined}: expected 0 refunded, found 100`)
    expect(output).not.toContain(`REFUND_WRONG  ${who.employeeId}`)
    expect(code).toBe(1)
  },
  CLI_MS,
)
