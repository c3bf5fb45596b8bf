import { db, type SdkTransaction } from './cloud'
import { isConflict } from './databaseErrors'

/** An open transaction; collections take it in `in(tx)`. */
export interface Transaction {
  readonly raw: SdkTransaction
}

const ATTEMPTS_MAX = 12
const FIRST_PAUSE_MS = 4
const PAUSE_MAX_MS = 250

/**
 * Runs `work` in a transaction and commits it. The SDK's own `runTransaction` retries a conflict at commit alone, at
 * once and four times; a conflict at an operation reaches its caller. This one retries both, with full jitter
 * (pause = random × min(250 ms, 4 ms × 2^attempt)), so `work` may run several times and must have no side effect.
 *
 * @throws what `work` throws, after rolling back; the last conflict when every attempt met one
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(work)
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS_MAX) throw error
      await pause(Math.random() * Math.min(PAUSE_MAX_MS, FIRST_PAUSE_MS * 2 ** attempt))
    }
  }
}

async function attemptOnce<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const raw = await db.startTransaction()
  try {
    const result = await work({ raw })
    await raw.commit()
    return result
  } catch (error) {
    await rollback(raw)
    throw error
  }
}

/** A transaction that a conflict has aborted can't be rolled back again; the first error is the one that counts. */
async function rollback(raw: SdkTransaction): Promise<void> {
  try {
    await raw.rollback('rolled back')
  } catch {
    // The database ends it by itself within its 30 s of life.
  }
}

function pause(durationMs: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, durationMs))
}
