import { MINUTE_MS } from '@domain/kernel/time'
import { leavingSteps } from '../../support/leavingSteps'
import type { TestCloud } from '../../support/localCloud'
import { atHome, newProduct } from '../../support/mallWorld'
import { about, employeeIn, MEMBERS_NOW, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people } from '../../support/people'
import { succeed } from '../../support/talkWorld'
import { newcomer } from '../../support/unionWorld'

const { wang } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

const { leave, back, leavingOf, give, balanceOf, givesUp, expectSoundBooks } = leavingSteps(() => cloud)

test('who was moved while they were away leads their old department no more', async () => {
  const who = await newcomer(cloud)
  const grants = [
    { role: 'lead' as const, scopeId: who.department },
    { role: 'moderator' as const },
    { role: 'facility' as const, scopeId: who.site },
  ]
  await changePerson(cloud.engine, who, { grants })
  expect((await leave(who)).ok).toBe(true)
  const move = about(who, { department: '总装', site: who.site, newPlace: true })
  expect(await succeed(cloud, wang, 'identity.transferMember', move)).toEqual({ ended: [] })
  expect((await back(who)).ok).toBe(true)
  expect(await employeeIn(cloud, who)).toMatchObject({
    department: '总装',
    grants: [{ role: 'moderator' }, { role: 'facility', scopeId: who.site }],
  })
})

test('coins that come back for an order which nobody has sent are settled with the rest', async () => {
  const who = await newcomer(cloud)
  await give(who, 100)
  const productId = await newProduct(cloud, { stock: 1, price: 60 })
  const wish = { productId, quantity: 1, priceSeen: 60, delivery: atHome }
  const { orderId } = await succeed(cloud, who, 'mall.redeem', wish)
  expect((await leave(who, { coins: 'forfeit' })).ok).toBe(true)
  await cloud.timer('identity', 'tend')
  expect(await leavingOf(who)).toMatchObject({ state: 'running' })
  await givesUp()
  expect(await balanceOf(who)).toBe(100)
  await cloud.clock(new Date(MEMBERS_NOW + MINUTE_MS).toISOString())
  await cloud.timer('identity', 'tend')
  expect(await balanceOf(who)).toBe(0)
  expect(await leavingOf(who)).toMatchObject({ state: 'over', done: 3 })
  const order = (await cloud.dump('mall_orders')).find(({ _id }) => _id === orderId)
  expect(order).toMatchObject({ state: 'cancelled' })
  expect(await back(who)).toMatchObject({ data: { coins: 100 } })
  await expectSoundBooks()
})
