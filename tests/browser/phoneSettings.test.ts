/// <reference lib="dom" />
import sharp from 'sharp'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** Of 255: above it a bed glares on a dark page. The beds are about 229, and pictures are dimmed to 78 %. */
const BRIGHTEST = 200
/** A corner of the bed, where no goods are. */
const CORNER_PX = 6
const READER = 'demo-linxiaochuan'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it.each([
  ['the shop', 'rooms/mall/pages/shop/index', '.product-tile__ground'],
  ['a product', 'rooms/mall/pages/product/index?productId=g04-mug', '.product__ground'],
  ['my orders', 'rooms/mall/pages/orders/index', '.order-row__ground'],
])('dims the bed of goods in the dark: %s', async (_name, path, selector) => {
  const phone = await world.visit(READER, { theme: 'dark' })
  await phone.open(path)
  await phone.settle()
  const box = await phone.page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`No bed on ${path}`)
  const clip = { x: box.x + CORNER_PX, y: box.y + box.height / 2, width: CORNER_PX, height: CORNER_PX }
  const { channels } = await sharp(await phone.page.screenshot({ clip }))
    .removeAlpha()
    .stats()
  expect(Math.max(...channels.map(({ mean }) => mean))).toBeLessThan(BRIGHTEST)
})

describe('a page and a sheet', () => {
  /** The classes of what moves from here on, on the way to a product and to the sheet that asks how many. */
  async function movesOf(moves: boolean): Promise<string[]> {
    const phone = await world.visit(READER, { moves })
    await phone.open('rooms/mall/pages/shop/index')
    await phone.settle()
    const seen: string[] = []
    await phone.page.exposeFunction('note', (name: string) => seen.push(name))
    await phone.page.evaluate(() => {
      const note = ({ target }: Event) =>
        (window as unknown as { note: (name: string) => void }).note((target as Element).classList[0] ?? '')
      document.addEventListener('transitionrun', note)
    })
    await phone.tap(/^帆布袋/)
    await phone.tap(/沃币兑换$/)
    await phone.tapInSheet('关闭')
    await phone.settle()
    return seen
  }

  it('slide in and out', async () => {
    expect(await movesOf(true)).toEqual(expect.arrayContaining(['taro_page', 'sheet__panel']))
  })

  it('stand where they belong at once for somebody who has asked for less motion', async () => {
    const still = await movesOf(false)
    expect(still).not.toContain('taro_page')
    expect(still).not.toContain('sheet__panel')
  })
})
