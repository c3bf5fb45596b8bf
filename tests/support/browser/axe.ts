/// <reference lib="dom" />
import { join } from 'node:path'
import type { AxeResults, Result, RunOptions } from 'axe-core'
import type { Theme, Visitor } from './visitor'

/** Half a megabyte: a phone that is to be read runs it in each page from the start, or each page would be sent it anew. */
export const AXE_SCRIPT = join(__dirname, '../../../node_modules/axe-core/axe.min.js')
const GRAVE = ['serious', 'critical']
/** Colours are all that differs in the dark: roles, names and order are those of the light. */
const COLOURS = ['color-contrast', 'link-in-text-block']

interface Check {
  id: string
}

/** What axe knows of its rules; a finding is as grave as the check that found it. */
interface Axe {
  run(options: RunOptions): Promise<AxeResults>
  _audit: {
    rules: { id: string; impact?: string; any: Check[]; all: Check[]; none: Check[] }[]
    checks: Record<string, { impact?: string }>
  }
}

/**
 * What axe finds on the page on top: pages below it are hidden, and axe skips those.
 * @param visitor one who came with `AXE_SCRIPT`
 */
export async function graveFindings(visitor: Visitor, theme: Theme): Promise<string[]> {
  const only = theme === 'light' ? null : COLOURS
  const found = await visitor.page.evaluate(graveViolations, { grave: GRAVE, only })
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`))
}

/** Runs in the page, without the rules of which nothing grave can come. */
async function graveViolations({
  grave,
  only,
}: {
  grave: string[]
  only: string[] | null
}): Promise<Result[]> {
  const { axe } = window as unknown as { axe: Axe }
  const { rules, checks } = axe._audit
  const canBeGrave = (rule: (typeof rules)[number]) =>
    [rule.impact, ...[...rule.any, ...rule.all, ...rule.none].map(({ id }) => checks[id]?.impact)].some(
      impact => impact !== undefined && grave.includes(impact),
    )
  const mild = rules.filter(rule => !canBeGrave(rule)).map(({ id }) => [id, { enabled: false }])
  const { violations } = await axe.run({
    resultTypes: ['violations'],
    ...(only ? { runOnly: { type: 'rule', values: only } } : { rules: Object.fromEntries(mild) }),
  })
  return violations.filter(({ impact }) => grave.includes(impact ?? ''))
}
