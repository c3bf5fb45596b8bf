/// <reference lib="dom" />
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

const DESK = { width: 1280, height: 800 }
const KEEPER = 'demo-geliang'
const PRESIDENT = 'demo-linxiaochuan'
/** The line of the title ends here. */
const TITLE_LINE_PX = 80

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it('begins at the top of a wide window, whatever a phone’s frame says, with what is done at the right of the title', async () => {
  const keeper = await world.visit(KEEPER, DESK)
  await keeper.page.goto(`${world.url}/app/?statusBar=47&safeBottom=34#/rooms/coin/pages/hands/index`)
  await keeper.see('办过的')
  const title = await keeper.page.getByRole('heading', { name: '发放和收回' }).boundingBox()
  expect((title?.y ?? DESK.height) + (title?.height ?? 0)).toBeLessThan(TITLE_LINE_PX)
  const primary = keeper.page.getByRole('button', { name: '发放或收回', exact: true })
  const inTitleLine = async () => {
    const box = await primary.boundingBox()
    expect((box?.y ?? DESK.height) + (box?.height ?? 0)).toBeLessThan(TITLE_LINE_PX)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(DESK.width - 32)
  }
  await inTitleLine()
  await keeper.page.mouse.wheel(0, 400)
  await inTitleLine()
})

it('has one way to the other pages, and names the columns of its lists', async () => {
  const president = await world.visit(PRESIDENT, DESK)
  await president.open('pages/admin/index')
  await president.see('我的权限')
  const tabs = president.page.getByRole('navigation', { name: '主导航' }).filter({ visible: true })
  expect(await tabs.count()).toBe(0)
  await president.open('rooms/access/pages/decided/index')
  await president.see('申请人')
  await president.page.setViewportSize({ width: 390, height: 844 })
  await president.seeNoMore('申请人')
  await president.page.setViewportSize(DESK)
  await president.tap('回到社区')
  await president.see('早上好，林晓川')
  expect(await tabs.count()).toBe(1)
})

it.each([
  ['demo-wangyanqiu', 'identity/pages/member', '?employeeId=VC018842', '林晓川', '在职'],
  ['demo-liangqiushi', 'coin/pages/rules', '', '得沃币的规则', '每做一件事'],
  ['demo-renfei', 'access/pages/roles', '', '角色与权限', '谁给的'],
])('begins the cards of %s’s page %s where its title begins', async (who, page, search, title, shown) => {
  const desk = await world.visit(who, { width: 1440, height: 900 })
  await desk.open(`rooms/${page}/index${search}`)
  await desk.see(shown)
  const heading = await desk.page.getByRole('heading', { name: title, level: 1 }).boundingBox()
  const card = await desk.page.locator('.screen__body .card').filter({ visible: true }).first().boundingBox()
  expect(card?.x).toBe(heading?.x)
  await desk.page.context().close()
})

it('leads from a colleague to the next one, and up to all of them', async () => {
  const hr = await world.visit('demo-wangyanqiu', { width: 1440, height: 900 })
  await hr.open('rooms/identity/pages/member/index?employeeId=VC018842')
  await hr.see('在职')
  const field = hr.page.locator('.member__find input').filter({ visible: true })
  await field.fill('韩冬')
  await field.press('Enter')
  await hr.see('VC020345')
  await hr.seeNoMore('VC018842')
  await hr.open('rooms/identity/pages/member/index?employeeId=VC018842')
  await hr.tap('回到员工')
  await hr.see('园区和部门')
})

it.each([
  ['demo-caotian', 'careers/pages/board', { 谁: '罗一鸣', 职位: '电驱采购工程师 · 上海' }],
  [
    'demo-xiahe',
    'selfservice/pages/ticketBoard',
    { 什么事: '热水机的灯亮着', 在哪儿: '上海 A 楼 4 层茶水间' },
  ],
])('names the columns of %s’s list %s over what stands in them', async (who, page, columns) => {
  const desk = await world.visit(who, DESK)
  await desk.open(`rooms/${page}/index`)
  for (const [head, cell] of Object.entries(columns)) {
    await desk.see(cell)
    const left = async (words: string) =>
      (await desk.page.getByText(words, { exact: true }).filter({ visible: true }).first().boundingBox())?.x
    expect([head, await left(head)]).toEqual([head, await left(cell)])
  }
})

it('shows the community as one column in the middle, its bars as wide', async () => {
  const employee = await world.visit(PRESIDENT, DESK)
  await employee.page.goto(`${world.url}/app/?statusBar=47&safeBottom=34#/pages/home/index`)
  await employee.see('早上好，林晓川')
  const boxOf = (selector: string) =>
    employee.page.locator(selector).filter({ visible: true }).first().boundingBox()
  const column = { x: 340, width: 600 }
  for (const selector of ['.screen', '.tab-bar', '.nav']) expect(await boxOf(selector)).toMatchObject(column)
  const bell = await employee.page.getByRole('button', { name: /^通知/ }).boundingBox()
  expect((bell?.x ?? 0) + (bell?.width ?? 0)).toBeGreaterThan(column.x + column.width - 16)
  await employee.open('rooms/union/pages/found/index')
  await employee.page.locator('.bottom-bar').filter({ visible: true }).waitFor()
  expect(await boxOf('.bottom-bar')).toMatchObject(column)
})

it('keeps whose desk it is in sight, however many tools there are, and says each once', async () => {
  const hr = await world.visit('demo-wangyanqiu', DESK)
  await hr.open('pages/admin/index')
  await hr.see('我的权限')
  const me = await hr.page.locator('.desk-menu__me').filter({ visible: true }).boundingBox()
  expect((me?.y ?? DESK.height) + (me?.height ?? 0)).toBeLessThanOrEqual(DESK.height)
  expect(await hr.page.getByText('我的权限', { exact: true }).filter({ visible: true }).count()).toBe(1)
})

it.each([
  ['demo-renfei', 'access/pages/myRoles', '我的权限', '后台/ 我的权限'],
  ['demo-renfei', 'access/pages/lending', '我不在的时候', '后台/ 我不在的时候'],
  ['demo-ningyuan', 'stats/pages/adviser', 'Happy Hour 建议', '运营数据/ Happy Hour 建议'],
])('has one head and one margin, as on %s’s page %s', async (who, page, title, crumbs) => {
  const desk = await world.visit(who, DESK)
  await desk.open(`rooms/${page}/index`)
  const card = desk.page.locator('.screen__body .card').filter({ visible: true }).first()
  await card.waitFor()
  const heading = await desk.page.getByRole('heading', { name: title, level: 1 }).boundingBox()
  expect([heading?.x, (await card.boundingBox())?.x]).toEqual([224, 224])
  expect(await desk.read('.nav__crumbs')).toBe(crumbs)
  expect(await desk.page.getByRole('button', { name: '返回' }).filter({ visible: true }).count()).toBe(0)
})

it('leads from a leaving that was opened by its address to the colleague who has left', async () => {
  const hr = await world.visit('demo-wangyanqiu', DESK)
  await hr.start('rooms/identity/pages/leaving/index?employeeId=VC020345')
  await hr.see('手上的事')
  await hr.tap('办理离职')
  await hr.tapInSheet('合同到期')
  await hr.tapInSheet('停用登录')
  await hr.see('已离职')
  expect(hr.page.url()).toContain('identity/pages/member/index')
})
