import { AXE_SCRIPT, graveFindings } from '../support/browser/axe'
import { overflowing, smallTargets } from '../support/browser/fitting'
import type { PageVisit } from '../support/browser/pageVisit'
import type { Theme, Visitor } from '../support/browser/visitor'
import { walkEveryPage } from '../support/browser/walk'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'

/** The least that a thumb hits, in px. */
const TARGET_PX = 44
const LARGE_TEXT = 1.4
const ORDINARY = { width: 390, height: 844 }
const SMALLEST = { width: 320, height: 568 }
/** Pages of the README that nobody's journey ends on. */
const pictures: Record<Theme, string[]> = {
  light: ['home', 'feed', 'energy', 'post', 'statement', 'profile', 'inbox'],
  dark: ['feed', 'statement'],
}

type Findings = Record<string, string[]>

jest.setTimeout(900_000)

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

/** Some hundred pages, each opened once: read in the light, turned dark, and squeezed into the smallest phone. */
describe('every page', () => {
  const graveIn: Record<Theme, Findings> = { light: {}, dark: {} }
  const small: Findings = {}
  const tooWide: Findings = {}

  beforeAll(() => walkEveryPage(world, { ...ORDINARY, script: AXE_SCRIPT }, look))

  async function look(visitor: Visitor, { name }: PageVisit): Promise<void> {
    note(small, name, await visitor.page.evaluate(smallTargets, TARGET_PX))
    for (const theme of ['light', 'dark'] as const) {
      await visitor.turn(theme)
      if (pictures[theme].includes(name)) await visitor.capture(theme === 'light' ? name : `dark-${name}`)
      note(graveIn[theme], name, await graveFindings(visitor, theme))
    }
    await visitor.squeeze(SMALLEST, LARGE_TEXT)
    note(tooWide, name, await visitor.page.evaluate(overflowing))
    await visitor.turn('light')
    await visitor.squeeze(ORDINARY, 1)
  }

  it('shows nothing serious to axe in the light', () => {
    expect(graveIn.light).toEqual({})
  })

  it('shows nothing serious to axe in the dark', () => {
    expect(graveIn.dark).toEqual({})
  })

  it('has targets of 44 px', () => {
    expect(small).toEqual({})
  })

  it('fits the window of the smallest phone with the largest text', () => {
    expect(tooWide).toEqual({})
  })

  it('reads at leisure with large text', async () => {
    const reader = await world.visit('demo-linxiaochuan', { textScale: LARGE_TEXT })
    await reader.open('pages/fun/index')
    await reader.see('今晚发布会，提问就有沃币')
    await reader.capture('large-feed')
    expect(await reader.page.evaluate(overflowing)).toEqual([])
  })
})

function note(findings: Findings, name: string, found: string[]): void {
  if (found.length > 0) findings[name] = found
}
