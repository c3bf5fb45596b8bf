import { Context } from 'mingo/core'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'

/** What mingo makes of options before it evaluates anything with them; it hands them to every operator. */
export interface PreparedOptions extends Options {
  readonly local: { readonly variables?: Record<string, unknown> }
  update(locals: { variables: Record<string, unknown> }): this
}

interface PreparedOptionsClass {
  init(options: Partial<Options>): PreparedOptions
}

/**
 * Prepares options once for all queries. mingo copies its hundreds of operators at each query otherwise, which costs
 * more than most queries themselves; from options that it has prepared it goes on without a copy.
 */
export function prepare(options: Partial<Options>): PreparedOptions {
  return classOfPrepared.init(options)
}

/** The same with variables of its own: what `$$name` means. */
export function withVariables(
  prepared: PreparedOptions,
  variables: Record<string, unknown>,
): PreparedOptions {
  return classOfPrepared.init(prepared).update({ variables })
}

/** mingo does not export the class; an operator sees an instance of it. */
function findClass(): PreparedOptionsClass {
  let found: PreparedOptionsClass | undefined
  const $see = (_path: string, _operand: unknown, options: Options) => {
    found = options.constructor as unknown as PreparedOptionsClass
    return () => true
  }
  new Query({ anything: { $see: true } }, { context: Context.init({ query: { $see } }) })
  if (!found) throw new Error('mingo handed its operator no options')
  return found
}

const classOfPrepared = findClass()
