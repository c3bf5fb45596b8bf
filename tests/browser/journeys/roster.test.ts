import {
  type BrowserWorld,
  findNewcomer,
  type Newcomer,
  startBrowserWorld,
} from '../../support/browser/world'
import { until } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'

interface Employee extends Newcomer {
  joinedOn: string
  status: TestPerson['status']
  department: string
  site: string
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

/** An employee as the roster's file tells of them. */
const personOf = ({ _id, name, phone, department, site, status, openid }: Employee): TestPerson => ({
  employeeId: _id,
  name,
  phone,
  department,
  site,
  status,
  openid,
  grants: [],
  registered: false,
})

const employeeWith = async (employeeId: string) =>
  (await world.cloud.dump<Employee>('identity_employees')).find(({ _id }) => _id === employeeId)

describe('the roster', () => {
  it('is checked on a wide window before anything changes, and is written then', async () => {
    const moved = await findNewcomer(world.cloud)
    const employees = await world.cloud.dump<Employee>('identity_employees')
    const before = employees.find(({ _id }) => _id === moved._id)
    if (!before) throw new Error('The newcomer is not on the roster')
    const file = rosterFile([
      ...employees.map(employee =>
        rosterLine(
          personOf(employee._id === moved._id ? { ...employee, department: '数字化' } : employee),
          employee.joinedOn,
        ),
      ),
      ...inventedPeople(12, personOf(before)).map(person => rosterLine(person)),
      'VC018842,林晓川,13816620426,研发采购,上海,2020-03-16,在职',
      'VC12,郭跃,13700000001,行政,上海,2024-01-08,在职',
      'VC039001,顾一念,,总装,成都工厂,2024-01-08,在职',
      'VC039002,罗安,13700000002,采购,上海,2062/11/02,在职',
    ])
    const desk = await world.visit('demo-wangyanqiu', { width: 1280, height: 800 })
    await desk.open('rooms/identity/pages/roster/index')
    await desk.choose('选择文件并核对', {
      name: '在册员工-2026-11.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    })
    await desk.see(/^导入 13 行$/)
    await desk.see('行政 · 上海')
    await desk.capture('roster')
    await desk.tap('新入职 12')
    await desk.see('新人11')
    await desk.tap('有改动 1')
    await desk.see(before.department)
    await desk.see('数字化')
    expect((await employeeWith(moved._id))?.department).toBe(before.department)

    // Mended in the file, it is checked anew from here.
    await desk.choose('换一份文件', {
      name: '在册员工-2026-11.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file.replace('VC12,郭跃,13700000001,行政', 'VC039003,郭跃,13700000001,食堂与行政')),
    })
    await desk.see(/^导入 14 行$/)

    await desk.tap('导入 14 行')
    await desk.see('都写好了')
    await desk.tap('再核对一份')
    await desk.see('选一份在册员工的 CSV')
    expect((await employeeWith(moved._id))?.department).toBe('数字化')
  })

  it('lets a colleague with a new phone come back once HR has seen who it is', async () => {
    const owner = await employeeWith('VC021507')
    const phone = await world.visit('demo-new-phone')
    await phone.open('pages/home/index')
    await phone.tap('换过手机号或微信')
    // The page before it asks for the same agreement.
    await phone.see('申请换绑')
    await phone.tap('我已阅读并同意隐私保护指引和社区公约')
    await phone.type('员工编号', 'VC021507')
    await phone.type('姓名', owner?.name ?? '')
    await phone.type('新手机号', '13700001234')
    await phone.type('为什么要换', '手机进水了，换了新号。')
    await phone.tap('提交申请')
    await phone.see('已收到')

    const hr = await world.visit('demo-wangyanqiu')
    await hr.open('pages/admin/index')
    await hr.tap(/^同意 苏雨桐/)
    await hr.tapInSheet('见到本人和工牌')
    await hr.tapInSheet('同意换绑')
    await hr.see('已同意 苏雨桐 换绑')
    await until('the rebinding', async () =>
      (await employeeWith('VC021507'))?.openid === 'demo-new-phone' ? true : undefined,
    )

    await phone.start('pages/home/index')
    await phone.see('早上好，苏雨桐')
  })
})
