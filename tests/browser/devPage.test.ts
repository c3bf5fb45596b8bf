import { capture } from '../support/browser/capture'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

const WIDE = { width: 1280, height: 900 }

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

describe('the page of npm start', () => {
  it('holds the phone of whoever is chosen, and shows what the cloud was asked', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await desk.see(/forum\.openFeed/)
    await desk.settle()
    await capture(desk.page, 'dev-page', false)

    await desk.tap(/王砚秋/)
    await phone.getByText('早上好，王砚秋').waitFor()
  })
})
