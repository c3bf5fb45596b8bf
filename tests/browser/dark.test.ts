import sharp from 'sharp'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** Of 255: above it a bed glares on a dark page. The beds are about 229, and pictures are dimmed to 78 %. */
const BRIGHTEST = 200
/** A corner of the bed, where no goods are. */
const CORNER_PX = 6

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
  const phone = await world.visit('demo-linxiaochuan', { theme: 'dark' })
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
