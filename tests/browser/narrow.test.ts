/// <reference lib="dom" />
import { everyPage } from '../support/browser/pages'
import type { PageVisit } from '../support/browser/pageVisit'
import type { Visitor } from '../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** The smallest phone with the largest text. */
const NARROW = { width: 320, height: 568, textScale: 1.4 }

let world: BrowserWorld
let pages: PageVisit[]
beforeAll(async () => {
  world = await startBrowserWorld()
  pages = await everyPage(world)
})
afterAll(() => world.close())

async function open(name: string): Promise<Visitor> {
  const visit = pages.find(page => page.name === name)
  if (!visit) throw new Error(`There is no page ${name}`)
  const phone = await world.visit(visit.openid, NARROW)
  await phone.open(visit.path)
  await phone.settle()
  return phone
}

/** The box of the first visible element, in px of the window. */
const boxOf = async (phone: Visitor, selector: string) => {
  const box = await phone.page.locator(selector).filter({ visible: true }).first().boundingBox()
  if (!box) throw new Error(`Nothing is ${selector}`)
  return box
}

describe('the smallest phone with the largest text', () => {
  it('gives a title in 我的订单 room for six characters', async () => {
    const phone = await open('orders')
    const { width } = await boxOf(phone, '.list-row__title')
    expect(width).toBeGreaterThanOrEqual(6 * 16 * NARROW.textScale)
  })

  it('shows the price above the bar', async () => {
    const phone = await open('product')
    const price = await boxOf(phone, '.product__facts .coin')
    const bar = await boxOf(phone, '.bottom-bar')
    expect(price.y + price.height).toBeLessThanOrEqual(bar.y)
  })

  it('keeps the invitation to comment in one line', async () => {
    const phone = await open('post')
    const { height } = await boxOf(phone, '.post-bar__input textarea')
    const lineHeight = await phone.page
      .locator('.post-bar__input textarea')
      .evaluate(area => Number.parseFloat(getComputedStyle(area).lineHeight))
    expect(height).toBeLessThan(2 * lineHeight)
    expect(await phone.page.getByRole('textbox', { name: '写评论' }).count()).toBe(1)
  })

  it('lets no unread dot begin a line', async () => {
    const phone = await open('inbox')
    const alone = await phone.page.locator('.notice-row__unread').evaluateAll(dots =>
      dots.filter(dot => {
        const line = dot.parentElement?.getBoundingClientRect()
        return !line || dot.getBoundingClientRect().left - line.left < 12
      }),
    )
    expect(alone).toHaveLength(0)
  })

  it('lets the button for a new post cover no board name', async () => {
    const phone = await open('feed')
    const button = await boxOf(phone, '.compose-button')
    const rights = await phone.page.locator('.post-card__board').evaluateAll(boards =>
      boards.map(board => {
        const words = document.createRange()
        words.selectNodeContents(board)
        return words.getBoundingClientRect().right
      }),
    )
    expect(Math.max(...rights)).toBeLessThanOrEqual(button.x)
  })

  it('lets the button for a new post lie on no way to a poll', async () => {
    const phone = await open('feed')
    const button = await boxOf(phone, '.compose-button')
    const rights = await phone.page
      .locator('.poll-strip .accent')
      .evaluateAll(ways => ways.map(way => way.getBoundingClientRect().right))
    expect(rights.length).toBeGreaterThan(0)
    expect(Math.max(...rights)).toBeLessThanOrEqual(button.x)
  })

  it('says beside the button of 确认兑换 what would be left', async () => {
    const phone = await open('product')
    await phone.tap(/^用 \d+ 沃币兑换/)
    await phone.settle()
    const note = await boxOf(phone, '.sheet__note')
    expect(note.y + note.height).toBeLessThanOrEqual(NARROW.height)
    expect(await phone.read('.sheet__note')).toMatch(/^换后剩 \d+/)
  })

  it('begins 管理 with what waits, and cuts the age of no card', async () => {
    const phone = await open('office')
    const card = await boxOf(phone, '.admin__cards > .card')
    const bar = await boxOf(phone, '.tab-bar')
    expect(card.y).toBeLessThan(bar.y)
    const overs = await phone.page
      .locator('.waiting-card__body > .row:first-child')
      .evaluateAll(heads => heads.map(head => head.scrollWidth - head.clientWidth))
    expect(Math.max(...overs)).toBeLessThanOrEqual(0)
  })
})
