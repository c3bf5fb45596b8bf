import type { Procedure } from '@domain/kernel/contract'

/** A handler has answered something else than its contract: a mistake of the house, and nothing of it may leave. */
export class BrokenPromise extends Error {
  /** @param fields the outermost fields that are wrong: names of the contract, never what people have written */
  constructor(readonly fields: readonly string[]) {
    super('a reply is not what its contract says')
  }
}

/**
 * What leaves is what the contract names: a handler's object, or a result that a transaction kept, may know more.
 * @throws BrokenPromise where it is something else
 */
export function asPromised({ output }: Procedure, result: unknown): unknown {
  const named = output.safeParse(result)
  if (named.success) return named.data
  throw new BrokenPromise([...new Set(named.error.issues.map(({ path }) => String(path[0] ?? '')))])
}
