/// <reference lib="dom" />
import { buildDevPage } from '../../tools/start/devPage'
import { capture } from '../support/browser/capture'
import { type BrowserWorld, MORNING, startBrowserWorld } from '../support/browser/world'

const WIDE = { width: 1280, height: 900 }

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld(MORNING, await buildDevPage())
})
afterAll(() => world.close())

describe('the page of npm start', () => {
  it('holds the phone of whoever is chosen, and shows what the cloud was asked', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await desk.see(/content\.openHome/)
    await desk.settle()
    await capture(desk.page, 'dev-page', false)

    await desk.tap(/王砚秋/)
    await phone.getByText('早上好，王砚秋').waitFor()
  })

  it('opens a call with what was said and heard, and sends it again', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    await desk.page.frameLocator('iframe').getByText('早上好，林晓川').waitFor()
    await desk.tap('出错的')
    await desk.seeNoMore(/content\.openHome/)
    await desk.tap('全部')
    await desk.tap(/content\.openHome/)
    await desk.see(/"mustRead"/)
    await desk.tap('重放')
    await desk.see(/重放的回复/)
    await desk.tap('复制 curl')
    await desk.until('the call on the clipboard', async () => {
      const copied = await desk.page.evaluate(() => navigator.clipboard.readText())
      return copied.startsWith(`curl -s ${world.cloud.url}/call -H 'x-openid: demo-linxiaochuan'`)
    })
  })

  it('shows a world in which nobody has done anything', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await desk.tap('空数据')
    await phone.getByText('还没有人说话，开个头吧').waitFor()
    await desk.tap('空数据')
    await phone.getByText('早上好，林晓川').waitFor()
    await phone.getByText('还没有人说话，开个头吧').waitFor({ state: 'detached' })
  })
})
