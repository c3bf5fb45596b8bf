/// <reference lib="dom" />
import { topicIdOf } from '@domain/forum/topics'
import type { VisitOptions, Visitor } from '../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** The smallest phone with the largest text. */
const NARROW = { width: 320, height: 568, textScale: 1.4 }
/** Where two things stand on one line although their boxes differ by a rounding. */
const ROUNDING_PX = 1

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

async function open(path: string, options: VisitOptions = {}): Promise<Visitor> {
  const phone = await world.visit('demo-linxiaochuan', options)
  await phone.open(path)
  await phone.settle()
  return phone
}

const shown = (phone: Visitor, selector: string) =>
  phone.page.locator(selector).filter({ visible: true }).first()

const boxOf = async (phone: Visitor, selector: string) => {
  const box = await shown(phone, selector).boundingBox()
  if (!box) throw new Error(`Nothing is ${selector}`)
  return box
}

/** The left edge of the words themselves, whatever box they stand in. */
const wordsLeftOf = (phone: Visitor, text: string) =>
  phone.page
    .getByText(text, { exact: true })
    .filter({ visible: true })
    .first()
    .evaluate(element => {
      const words = document.createRange()
      words.selectNodeContents(element)
      return words.getBoundingClientRect().left
    })

describe('what was just written', () => {
  it('is in sight below the navigation bar', async () => {
    const phone = await open('pages/fun/index')
    await shown(phone, '.post-card__title').click()
    await phone.settle()
    await phone.type('写评论', '我带了问题清单，到时候见。')
    await phone.tap('发送')
    await phone.see('我带了问题清单，到时候见。')
    await phone.settle()
    const nav = await boxOf(phone, '.nav')
    const mine = await phone.page.getByText('我带了问题清单，到时候见。').last().boundingBox()
    expect(mine?.y).toBeGreaterThanOrEqual(nav.y + nav.height)
  })
})

describe('a field to search in a sheet', () => {
  it('keeps to the edges of the sheet, as the rows below it do', async () => {
    const phone = await world.visit('demo-mengchuan', {})
    await phone.open('rooms/knowledge/pages/documentEdit/index?documentId=p05-escalation')
    await phone.tap(/只有这些部门的同事看得到/)
    await phone.see('给哪些部门看')
    await phone.settle()
    const field = await boxOf(phone, '.sheet .search-field')
    const row = await boxOf(phone, '.sheet .list-row')
    expect([field.x, field.width]).toEqual([row.x, row.width])
  })
})

describe('the page for a new post', () => {
  it('asks for the board where the boards are, before the name it is written in', async () => {
    const phone = await open('rooms/forum/pages/compose/index')
    const boards = await boxOf(phone, '.compose__boards')
    const voices = await phone.page.getByText('以我的名义').boundingBox()
    expect(boards.y + boards.height).toBeLessThanOrEqual(voices?.y ?? 0)
    // As with every other field, what is asked stands above what is chosen.
    const chips = await boxOf(phone, '.compose__boards .chip')
    const label = await boxOf(phone, '.compose__saved')
    expect(label.y + label.height).toBeLessThanOrEqual(chips.y)
  })

  it('counts what is written in one line', async () => {
    const phone = await open('rooms/forum/pages/compose/index')
    const count = () => boxOf(phone, '.compose__count')
    const { height } = await count()
    await phone.type('正文', '司机师傅换了，班车七点二十八就到安亭。'.repeat(6))
    await phone.see('114 / 2000')
    expect((await count()).height).toBe(height)
  })

  it('shows the sheets of its tools in ink, in line with their title', async () => {
    const phone = await open('rooms/forum/pages/compose/index')
    const ink = await phone.page.evaluate(() => getComputedStyle(document.body).color)
    await phone.tap('加话题')
    await phone.see('食堂三楼')
    await phone.settle()
    const colour = await shown(phone, '.sheet__title').evaluate(title => getComputedStyle(title).color)
    const row = await shown(phone, '.sheet .list-row__title').evaluate(title => getComputedStyle(title).color)
    expect([colour, row]).toEqual([ink, ink])
    const title = await boxOf(phone, '.sheet__title')
    const icon = await boxOf(phone, '.sheet .list-row__lead')
    expect(Math.abs(icon.x - title.x)).toBeLessThanOrEqual(ROUNDING_PX)
  })
})

describe('lines and edges', () => {
  it('puts a board of a long name beside the marks of its post', async () => {
    const phone = await open('pages/fun/index')
    const board = await phone.page
      .locator('.post-card__board', { hasText: 'XC90 发布会' })
      .first()
      .boundingBox()
    const mark = await phone.page
      .locator('.post-card', { hasText: 'XC90 发布会' })
      .first()
      .locator('.post-card__action')
      .first()
      .boundingBox()
    expect(board?.y).toBeLessThan((mark?.y ?? 0) + (mark?.height ?? 0))
  })

  it('begins every word of a card at the same edge', async () => {
    const phone = await open('rooms/coin/pages/ways/index')
    const title = await wordsLeftOf(phone, 'Happy Hour')
    const hour = await wordsLeftOf(phone, '7:00–9:00 ×2')
    expect(Math.abs(title - hour)).toBeLessThanOrEqual(ROUNDING_PX)
  })

  it('keeps 关注 of a topic inside its card', async () => {
    const phone = await open(`rooms/forum/pages/topic/index?topicId=${topicIdOf('XC90 发布会')}`, NARROW)
    const card = await boxOf(phone, '.topic__head .card')
    const button = await boxOf(phone, '.topic__head .button')
    expect(button.x + button.width).toBeLessThanOrEqual(card.x + card.width - 12)
  })

  it('gives the name of an account room for six characters', async () => {
    const phone = await open('rooms/forum/pages/author/index?authorId=gonghui', NARROW)
    const name = await boxOf(phone, '.author__name')
    expect(name.width).toBeGreaterThanOrEqual(6 * 20 * NARROW.textScale)
  })

  it('cuts nothing off what is left of a product', async () => {
    const phone = await open('pages/energy/index', NARROW)
    const cut = await phone.page.locator('.energy__strip-one').evaluateAll(tiles =>
      tiles.filter(tile => {
        const words = document.createRange()
        words.selectNodeContents(tile)
        return words.getBoundingClientRect().right > tile.getBoundingClientRect().right + 1
      }),
    )
    expect(cut).toHaveLength(0)
  })
})

describe('the code of an account', () => {
  it('lies whole and in the middle of its white margin, at the sheet’s own edge', async () => {
    const phone = await open('rooms/brand/pages/matrix/index')
    await phone.tap(/^关注/)
    await phone.settle()
    const bed = await boxOf(phone, '.matrix__qr')
    const code = await boxOf(phone, '.matrix__qr img')
    const margins = [
      code.x - bed.x,
      code.y - bed.y,
      bed.x + bed.width - code.x - code.width,
      bed.y + bed.height - code.y - code.height,
    ]
    for (const margin of margins) expect(Math.abs(margin - 12)).toBeLessThanOrEqual(ROUNDING_PX)
    const title = await boxOf(phone, '.sheet__title')
    const words = await boxOf(phone, '.matrix__search')
    expect(Math.abs(words.x - title.x)).toBeLessThanOrEqual(ROUNDING_PX)
  })
})

describe('the front page', () => {
  it('leaves room between the ways on and the rules between them', async () => {
    const phone = await open('pages/home/index')
    await phone.see('公众号矩阵')
    const gaps = await phone.page.locator('.tiles__one').evaluateAll(tiles =>
      tiles.map(tile => {
        const texts = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT)
        const rights: number[] = []
        while (texts.nextNode()) {
          const words = document.createRange()
          words.selectNodeContents(texts.currentNode)
          rights.push(words.getBoundingClientRect().right)
        }
        return tile.getBoundingClientRect().right - Math.max(...rights)
      }),
    )
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9)
  })

  it('begins with what stands first, with the broadcast below it', async () => {
    const phone = await open('pages/home/index')
    const lead = await boxOf(phone, '.lead')
    const live = await boxOf(phone, '.live-entry')
    expect(lead.y + lead.height).toBeLessThanOrEqual(live.y)
  })
})

it('begins the row of a place at the edge of all others', async () => {
  const phone = await world.visit('demo-maoqing')
  await phone.open('rooms/content/pages/draft/index')
  await phone.tap('一个园区')
  await phone.tapInSheet(/^上海/)
  await phone.settle()
  const label = await wordsLeftOf(phone, '给谁看')
  const icon = await phone.page
    .locator('.list-row', { hasText: '只有这个园区的同事看得到' })
    .locator('.list-row__lead')
    .boundingBox()
  expect(Math.abs((icon?.x ?? 0) - label)).toBeLessThanOrEqual(ROUNDING_PX)
})

describe('the smallest phone with the largest text', () => {
  it('draws the lessons of one time equally high', async () => {
    const phone = await open('rooms/booking/pages/courses/index', NARROW)
    const rows = await phone.page.locator('.facility__row').evaluateAll(all =>
      all.map(row =>
        [...row.querySelectorAll('.facility__column')]
          .map(column => [...column.querySelectorAll('.facility__cell')])
          .filter(cells => cells.length === 1)
          .flatMap(cells => cells.map(cell => Math.round(cell.getBoundingClientRect().height))),
      ),
    )
    const shared = rows.filter(({ length }) => length > 1)
    expect(shared.length).toBeGreaterThan(0)
    for (const heights of shared) expect(new Set(heights).size).toBe(1)
  })
})

it('stands a label and its coins on one line', async () => {
  const phone = await open('rooms/mall/pages/product/index?productId=g04-mug')
  await phone.tap(/^用 .* 沃币兑换$/)
  await phone.settle()
  const apart = await phone.page.locator('.sheet .key-value').evaluateAll(rows =>
    rows.map(row => {
      /** Where the letters stand: the bottom of an empty box in their line. */
      const lineOf = (words: Element | null) => {
        const mark = document.createElement('span')
        mark.style.display = 'inline-block'
        words?.append(mark)
        const { bottom } = mark.getBoundingClientRect()
        mark.remove()
        return bottom
      }
      return lineOf(row.querySelector('.key-value__label')) - lineOf(row.querySelector('.coin > :last-child'))
    }),
  )
  expect(apart.length).toBeGreaterThan(1)
  for (const px of apart) expect(Math.abs(px)).toBeLessThanOrEqual(ROUNDING_PX)
})

it('calls every page by its own name', async () => {
  const phone = await open('rooms/forum/pages/topics/index')
  expect(await phone.page.title()).toBe('热榜')
})
