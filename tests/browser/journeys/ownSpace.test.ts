import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

/** Has checked in for eleven days until yesterday. */
const LIN = 'demo-linxiaochuan'
/** Has asked for deletion three days ago. */
const LEAVING = 'demo-mengchuan'

describe('沃空间', () => {
  it('checks in, tells what it brought, and shows it alone in the statement', async () => {
    const lin = await world.visit(LIN)
    await lin.open('rooms/identity/pages/profile/index')
    await lin.see('连续签到 11 天')
    await lin.see('第 14 天送 30 沃币')
    await lin.tap('签到')
    await lin.see('连续签到 12 天')
    await lin.capture('profile')

    await lin.open('rooms/coin/pages/statement/index')
    await lin.see('签到第 12 天')
    await lin.tap('来源')
    await lin.tapInSheet('签到')
    await lin.see(/签到 3，连续 12 天再加 3/)
    await lin.seeNoMore(/^发帖/)
    await lin.tap('月份')
    await lin.tapInSheet(/2026 年 11 月/)
    await lin.see('签到第 11 天')
    await lin.capture('statement-filtered')
  })

  it('hands one’s own data over', async () => {
    const lin = await world.visit(LIN)
    await lin.open('rooms/identity/pages/myData/index')
    await lin.see('沃谈会 · 帖子')
    const download = lin.page.waitForEvent('download')
    await lin.tap('导出')
    expect((await download).url()).toMatch(/\/documents\/own\/\w+\.zip\?/)
    await lin.see(/之前可以取/)
    await lin.capture('my-data')
  })

  it('asks for deletion only when nothing is open, and takes it back', async () => {
    const president = await world.visit(LIN)
    await president.open('rooms/identity/pages/myData/index')
    await president.tap('注销账号')
    await president.see(/项管理职务，先交接/)

    const leaving = await world.visit(LEAVING)
    await leaving.open('rooms/identity/pages/myData/index')
    await leaving.see(/开始注销/)
    await leaving.tap('撤回注销')
    await leaving.seeNoMore(/开始注销/)
    await leaving.see('注销账号')
  })

  it('keeps the department to whom one chose', async () => {
    const lin = await world.visit(LIN)
    await lin.open('rooms/identity/pages/settings/index')
    await lin.tap('谁能看到我的部门')
    await lin.tapInSheet('谁都不行')
    await lin.see('谁都不行')
  })
})
