/// <reference lib="dom" />
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

const OPS = 'demo-ningyuan'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it('shows when people come, says what a figure counts, leaves as a workbook and comes every Monday', async () => {
  const ning = await world.visit(OPS, { width: 1280, height: 800 })
  await ning.open('rooms/stats/pages/figures/index')
  await ning.see('一天里，人什么时候来')
  await ning.see('我的权限')
  await ning.capture('figures')
  await ning.page.getByText('日均访问', { exact: true }).click()
  await ning.see('打开小程序算一次访问')
  await ning.tap('关闭')

  await ning.tap('自选')
  const from = ning.page.locator('input[type=date]').first()
  await from.fill('2026-11-25')
  await ning.see('要和开始同一天，或在它之后')
  await ning.see('日均访问')
  await from.fill('2026-11-02')
  await ning.see('11 月 2 日–11 月 19 日')

  const download = ning.page.waitForEvent('download')
  await ning.tap('导出')
  expect((await download).suggestedFilename()).toBe('运营数据.xlsx')

  await ning.page.getByText('运营周报', { exact: true }).click()
  await ning.tap('每周一收到它')
  await ning.see('每周一早上发到你的消息')
  await ning.tap('第 45 周')
  await ning.see('11 月 2 日–8 日')
})
