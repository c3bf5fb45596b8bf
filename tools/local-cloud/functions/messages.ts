/** What a worker thread is born with. */
export interface ThreadData {
  bundleFile: string
  clock: SharedArrayBuffer
  /** What an earlier worker reported as compiled; without it this one reports its own. */
  compiled?: SharedArrayBuffer | null
}

/** One invocation, on its way into the thread; a null in `environment` removes the variable. */
export interface Invoke {
  event: string
  context: Record<string, unknown>
  environment: Record<string, string | null>
}

/** What a thread tells; `result` is the JSON text of the returned value. */
export type ThreadReport =
  | { type: 'ready' }
  | { type: 'returned'; result: string }
  | { type: 'threw'; message: string }
  /** The bundle's bytecode, preceded by the digest of the source it belongs to. */
  | { type: 'compiled'; bytes: Uint8Array }

/** How an invocation ended. */
export type Outcome =
  | { type: 'returned'; result: string }
  | { type: 'threw'; message: string }
  | { type: 'timedOut' }
  | { type: 'died'; message: string }
