/// <reference lib="dom" />
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import { everyPage } from '../support/browser/pages'
import type { Theme, Visitor } from '../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

const AXE = join(__dirname, '../../node_modules/axe-core/axe.min.js')
const GRAVE = ['serious', 'critical']
/** Colours are all that differs in the dark: roles, names and order are those of the light. */
const rulesIn: Record<Theme, RunOptions> = {
  light: { resultTypes: ['violations'] },
  dark: {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  },
}
/** Pages of the README that nobody's journey ends on. */
const pictures: Record<Theme, string[]> = {
  light: ['home', 'feed', 'energy', 'post', 'statement', 'profile', 'inbox'],
  dark: ['feed', 'statement'],
}
/** Phones that look at pages side by side: one waits for its page while another's is read. */
const PHONES = 3

type Findings = Record<string, string[]>

let world: BrowserWorld
let found: Record<Theme, Findings>
beforeAll(async () => {
  world = await startBrowserWorld()
  found = await readEveryPage()
})
afterAll(() => world.close())

/** What axe finds on the page on top: pages below it are hidden, and axe skips those. */
async function graveFindings(visitor: Visitor, theme: Theme): Promise<string[]> {
  const { violations } = await visitor.page.evaluate(options => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    return axe.run(options)
  }, rulesIn[theme])
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`))
}

/** Every page is opened once, read in the light, and then turned dark. */
async function readEveryPage(): Promise<Record<Theme, Findings>> {
  const findings: Record<Theme, Findings> = { light: {}, dark: {} }
  const waiting = await everyPage(world)
  const phone = async () => {
    const visitors = new Map<string, Visitor>()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const visitor = visitors.get(next.openid) ?? (await world.visit(next.openid))
      visitors.set(next.openid, visitor)
      await visitor.turn('light')
      await visitor.open(next.path)
      await visitor.settle()
      await visitor.page.addScriptTag({ path: AXE })
      for (const theme of ['light', 'dark'] as const) {
        await visitor.turn(theme)
        if (pictures[theme].includes(next.name))
          await visitor.capture(theme === 'light' ? next.name : `dark-${next.name}`)
        const grave = await graveFindings(visitor, theme)
        if (grave.length > 0) findings[theme][next.name] = grave
      }
    }
  }
  await Promise.all(Array.from({ length: PHONES }, phone))
  return findings
}

describe('every page', () => {
  it('shows nothing serious to axe in the light', () => {
    expect(found.light).toEqual({})
  })

  it('shows nothing serious to axe in the dark', () => {
    expect(found.dark).toEqual({})
  })
})
