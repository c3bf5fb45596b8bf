/// <reference lib="dom" />
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Theme, Visitor } from './visitor'

const AXE = join(__dirname, '../../../node_modules/axe-core/axe.min.js')
const GRAVE = ['serious', 'critical']
/** Colours are all that differs in the dark: roles, names and order are those of the light. */
const rulesIn: Record<Theme, RunOptions> = {
  light: { resultTypes: ['violations'] },
  dark: {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  },
}

/** What axe finds on the page on top: pages below it are hidden, and axe skips those. */
export async function graveFindings(visitor: Visitor, theme: Theme): Promise<string[]> {
  if (!(await visitor.page.evaluate(() => 'axe' in window))) await visitor.page.addScriptTag({ path: AXE })
  const { violations } = await visitor.page.evaluate(options => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    return axe.run(options)
  }, rulesIn[theme])
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`))
}
