import { type BrowserWorld, findNewcomer, startBrowserWorld } from '../../support/browser/world'
import { until } from '../../support/localCloud'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'

interface Employee {
  _id: string
  name: string
  phone: string
  department: string
  site: string
  openid: string
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const employeeWith = async (employeeId: string) =>
  (await world.cloud.dump<Employee>('identity_employees')).find(({ _id }) => _id === employeeId)

describe('the roster', () => {
  it('is checked on a wide window before anything changes, and is written then', async () => {
    const known = await findNewcomer(world.cloud)
    const { department = '', site = '' } = (await employeeWith(known._id)) ?? {}
    const moved = {
      employeeId: known._id,
      name: known.name,
      phone: known.phone,
      department: '数字化',
      site,
      status: 'active' as const,
      openid: '',
      registered: false,
      grants: [],
    }
    const lines = [...inventedPeople(12, moved), moved].map(person => rosterLine(person))
    const wrong = 'VC12,缺了手机号的人,,总装,成都工厂,2024-01-08,在职'
    const desk = await world.visit('demo-wangyanqiu', { width: 1280, height: 800 })
    await desk.open('rooms/identity/pages/roster/index')
    await desk.choose('选择文件并核对', {
      name: '在册员工-2026-11.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rosterFile([...lines, wrong])),
    })
    await desk.see(/^导入 13 行$/)
    await desk.capture('roster')
    expect((await employeeWith(known._id))?.department).toBe(department)

    await desk.tap('导入 13 行')
    await desk.see('都写好了')
    expect((await employeeWith(known._id))?.department).toBe('数字化')
  })

  it('lets a colleague with a new phone come back once HR has seen who it is', async () => {
    const owner = await employeeWith('VC021507')
    const phone = await world.visit('demo-new-phone')
    await phone.open('pages/home/index')
    await phone.tap('换过手机号或微信')
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

    await phone.open('pages/home/index')
    await phone.see('早上好，苏雨桐')
  })
})
