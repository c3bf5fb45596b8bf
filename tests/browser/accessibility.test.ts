/// <reference lib="dom" />
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { everyPage, type PageVisit } from '../support/browser/pages'
import type { Visitor } from '../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

const AXE = join(__dirname, '../../node_modules/axe-core/axe.min.js')
const GRAVE = ['serious', 'critical']
/** Pages of the README that nobody's journey ends on. */
const LIGHT_PICTURES = ['home', 'feed', 'energy', 'post', 'statement', 'profile', 'inbox']
const DARK_PICTURES = ['feed', 'statement']

let world: BrowserWorld
let pages: PageVisit[]
beforeAll(async () => {
  world = await startBrowserWorld()
  pages = await everyPage(world)
})
afterAll(() => world.close())

/** What axe finds on the page on top: pages below it are hidden, and axe skips those. */
async function graveFindings(visitor: Visitor): Promise<string[]> {
  await visitor.page.addScriptTag({ path: AXE })
  const { violations } = await visitor.page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`))
}

async function readEveryPage(theme: 'light' | 'dark'): Promise<Record<string, string[]>> {
  const pictures = theme === 'light' ? LIGHT_PICTURES : DARK_PICTURES
  const visitors = new Map<string, Visitor>()
  const findings: Record<string, string[]> = {}
  for (const { name, openid, path } of pages) {
    const visitor = visitors.get(openid) ?? (await world.visit(openid, { theme }))
    visitors.set(openid, visitor)
    await visitor.open(path)
    await visitor.settle()
    if (pictures.includes(name)) await visitor.capture(theme === 'light' ? name : `dark-${name}`)
    const found = await graveFindings(visitor)
    if (found.length > 0) findings[name] = found
  }
  return findings
}

describe('every page', () => {
  it('shows nothing serious to axe in the light', async () => {
    expect(await readEveryPage('light')).toEqual({})
  }, 120_000)

  it('shows nothing serious to axe in the dark', async () => {
    expect(await readEveryPage('dark')).toEqual({})
  }, 120_000)
})
