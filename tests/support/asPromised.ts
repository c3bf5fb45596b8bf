import { contracts } from '@domain/contracts'
import type { Contract } from '@domain/kernel/contract'

/**
 * Holds what a procedure has answered against its contract: a client reads all of a reply, also what the contract does
 * not name and no page shows. Unknown procedures are left to the test.
 * @throws Error with the paths that are wrong or not named, never their values
 */
export function assertAsPromised(name: string, data: unknown): void {
  const [room = '', procedureName = ''] = name.split('.')
  const procedure = (contracts as Record<string, Contract>)[room]?.[procedureName]
  if (!procedure) return
  const parsed = procedure.output.safeParse(data)
  const wrong = parsed.success
    ? unnamedIn(data, parsed.data, '')
    : parsed.error.issues.map(({ path }) => path.join('.'))
  const paths = [...new Set(wrong)].join(', ')
  if (paths !== '') throw new Error(`${name} answers something else than its contract: ${paths}`)
}

/** The paths of `told` that `named` lacks; a list's rows share theirs. */
function unnamedIn(told: unknown, named: unknown, path: string): string[] {
  if (typeof told !== 'object' || told === null) return []
  if (typeof named !== 'object' || named === null) return [path]
  const isList = Array.isArray(told)
  return Object.entries(told).flatMap(([key, value]) => {
    const here = isList ? `${path}[]` : `${path}.${key}`
    return key in named ? unnamedIn(value, (named as Record<string, unknown>)[key], here) : [here]
  })
}
