import { MINUTE_MS } from '@domain/kernel/time'
import { type BrowserWorld, balanceOf, MORNING, startBrowserWorld } from '../../support/browser/world'
import { until } from '../../support/localCloud'

const HR = 'demo-wangyanqiu'

interface Employee {
  _id: string
  status: string
  department: string
}

/** Those that end what a leaver had begun, and then the leaving itself. */
const TIMERS = [
  ['booking', 'tend'],
  ['union', 'tend'],
  ['mall', 'sweep'],
  ['identity', 'tend'],
] as const

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const employee = async (employeeId: string) =>
  (await world.cloud.dump<Employee>('identity_employees')).find(({ _id }) => _id === employeeId)

it('a colleague leaves and is out, comes back to what was theirs, and moves to another department', async () => {
  const before = await balanceOf(world.cloud, 'VC020345')
  const phone = await world.visit('demo-handong')
  await phone.open('pages/home/index')
  await phone.see('早上好，韩冬')

  const hr = await world.visit(HR, { width: 1280, height: 800 })
  await hr.open('rooms/identity/pages/member/index?employeeId=VC020345')
  await hr.tap('办理离职')
  await hr.see('手上的事')
  await hr.tap('现在清零，明细里记一笔')
  await hr.capture('leaving-desktop')
  await hr.tap('办理离职')
  await hr.tapInSheet('本人辞职')
  await hr.tapInSheet('停用登录')
  await until('somebody who has left', async () =>
    (await employee('VC020345'))?.status === 'left' ? true : undefined,
  )
  await phone.start('pages/home/index')
  await phone.see('这台手机上的社区内容都清掉了。有疑问请联系人力资源。')
  // Once bookings and orders have gone back, what is left of the coins is settled.
  for (const minute of [1, 2, 3]) {
    await world.cloud.clock(new Date(Date.parse(MORNING) + minute * MINUTE_MS).toISOString())
    for (const [room, timer] of TIMERS) await world.cloud.timer(room, timer)
  }
  expect(await balanceOf(world.cloud, 'VC020345')).toBe(0)

  await hr.open('rooms/identity/pages/members/index')
  await hr.open('rooms/identity/pages/member/index?employeeId=VC020345')
  await hr.see('已离职')
  await hr.tap('办理返岗')
  await hr.tapInSheet('返聘')
  await hr.tapInSheet('恢复在职和角色')
  await hr.see(`已返岗，还回 ${before} 沃币`)
  expect(await balanceOf(world.cloud, 'VC020345')).toBe(before)
  await phone.start('pages/home/index')
  await phone.see('早上好，韩冬')

  await hr.tap('调动')
  await hr.type('部门', '总装')
  await hr.type('园区', '成都工厂')
  await hr.type('理由', '转到总装带新线。')
  await hr.tapInSheet('调动')
  await hr.see('已调动')
  expect(await employee('VC020345')).toMatchObject({ status: 'active', department: '总装' })
})
