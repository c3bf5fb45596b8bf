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
