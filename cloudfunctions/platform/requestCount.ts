import { AsyncLocalStorage } from 'node:async_hooks'

/** How many requests to the database an invocation has made so far; an instance may have several under way. */
interface Count {
  requests: number
}

const counts = new AsyncLocalStorage<Count>()

/** Runs an invocation with a count of its own. */
export function countingRequests<T>(run: (count: Readonly<Count>) => Promise<T>): Promise<T> {
  const count = { requests: 0 }
  return counts.run(count, () => run(count))
}

/** A request is about to go out. Beginning and ending a transaction are none, as in the budgets. */
export function noteRequest(): void {
  const count = counts.getStore()
  if (count) count.requests += 1
}
