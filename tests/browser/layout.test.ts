/// <reference lib="dom" />
import { everyPage, type PageVisit } from '../support/browser/pages'
import type { Visitor } from '../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** The least that a thumb hits, in px. */
const TARGET_PX = 44
const LARGE_TEXT = 1.4

let world: BrowserWorld
let pages: PageVisit[]
beforeAll(async () => {
  world = await startBrowserWorld()
  pages = await everyPage(world)
})
afterAll(() => world.close())

/** What does not fit: the page sideways, or words in a box that hides the rest of them without an ellipsis. */
function overflowing(): string[] {
  const isVisible = (element: Element) => element.getClientRects().length > 0
  const nameOf = (element: Element) => `${element.className}: ${(element.textContent ?? '').slice(0, 24)}`
  const scrollsSideways = (element: Element) => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (
        ['auto', 'scroll'].includes(getComputedStyle(above).overflowX) &&
        above.className.includes('scroll')
      )
        return true
    return false
  }
  const hasWords = (element: Element) =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const tooWide = [...document.querySelectorAll<HTMLElement>('body *')].filter(element => {
    if (!isVisible(element) || !hasWords(element) || scrollsSideways(element)) return false
    if (element.closest('.unseen')) return false
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const outside = box.right > window.innerWidth + 1 || box.left < -1
    const hidden = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && !style.webkitLineClamp
    const range = document.createRange()
    range.selectNodeContents(element)
    const words = range.getBoundingClientRect()
    const sticksOut = style.display !== 'inline' && (words.right > box.right + 1 || words.left < box.left - 1)
    const clipped = hidden && element.scrollWidth > element.clientWidth + 1
    return outside || clipped || (sticksOut && style.overflowX === 'visible')
  })
  const sideways =
    document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : []
  return [...sideways, ...tooWide.map(nameOf)]
}

/** Controls that a thumb would miss. Links in running text are exempt, as WCAG 2.5.8 has it. */
function smallTargets(least: number): string[] {
  const controls = document.querySelectorAll('[role=button], [role=tab], [role=checkbox], [role=radio]')
  return [...controls].flatMap(control => {
    // In a row the words are the control, and the whole row takes the tap.
    const box = (
      control.matches('.list-row__body') ? control.closest('.list-row') : control
    )?.getBoundingClientRect()
    if (!box || box.width === 0) return []
    // A control may reach beyond its face by a pseudo-element of its own.
    const reach = getComputedStyle(control, '::after')
    const beyond = (side: string) =>
      reach.position === 'absolute' ? Math.max(0, -Number.parseFloat(side) || 0) : 0
    const width = box.width + beyond(reach.left) + beyond(reach.right)
    const height = box.height + beyond(reach.top) + beyond(reach.bottom)
    const isLarge = width > least - 0.5 && height > least - 0.5
    const name = control.getAttribute('aria-label') ?? control.textContent
    return isLarge ? [] : [`${control.className} ${Math.round(width)}×${Math.round(height)}: ${name}`]
  })
}

async function findOnEveryPage(
  options: { width: number; height: number; textScale?: number },
  find: (visitor: Visitor) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const visitors = new Map<string, Visitor>()
  const findings: Record<string, string[]> = {}
  for (const { name, openid, path } of pages) {
    const visitor = visitors.get(openid) ?? (await world.visit(openid, options))
    visitors.set(openid, visitor)
    await visitor.open(path)
    await visitor.settle()
    const found = await find(visitor)
    if (found.length > 0) findings[name] = found
  }
  return findings
}

describe('every page', () => {
  it('fits a window of 320 × 568 with the largest text', async () => {
    const findings = await findOnEveryPage(
      { width: 320, height: 568, textScale: LARGE_TEXT },
      async visitor => visitor.page.evaluate(overflowing),
    )
    expect(findings).toEqual({})
  }, 120_000)

  it('has targets of 44 px', async () => {
    const findings = await findOnEveryPage({ width: 390, height: 844 }, async visitor =>
      visitor.page.evaluate(smallTargets, TARGET_PX),
    )
    expect(findings).toEqual({})
  }, 120_000)

  it('reads at leisure with large text on an ordinary phone', async () => {
    const reader = await world.visit('demo-linxiaochuan', { textScale: LARGE_TEXT })
    await reader.open('pages/fun/index')
    await reader.see('今晚发布会，提问就有沃币')
    await reader.capture('large-feed')
    expect(await reader.page.evaluate(overflowing)).toEqual([])
  })
})
