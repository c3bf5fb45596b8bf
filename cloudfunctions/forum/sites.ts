import { refuse } from '@domain/kernel/errors'
import type { Employee } from '@platform/context'
import { sitesOfAll } from '../union/public'

/** Where a post of somebody may be from: their own site first, then the others that have an association. */
export async function sitesFor({ site }: Pick<Employee, 'site'>): Promise<string[]> {
  return [...new Set([site, ...(await sitesOfAll())])]
}

/**
 * Where a post is from, if it is not from the site of whoever writes it. One request at most, mostly none.
 * @throws Refusal FORUM_SITE_MISSING
 */
export async function siteOf(
  employee: Pick<Employee, 'site'>,
  site: string | undefined,
): Promise<{ site?: string }> {
  if (site === undefined || site === employee.site) return {}
  refuse(!(await sitesOfAll()).includes(site), 'FORUM_SITE_MISSING', ['site'])
  return { site }
}
