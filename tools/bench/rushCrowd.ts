import { errorCatalogue } from '../../domain/kernel/errors'
import type { InvocationRecord } from '../local-cloud/state/invocations'
import type { Sale } from './rushSale'
import type { BenchWorld } from './world'

const PAUSE_MIN_MS = 200
const PAUSE_MAX_MS = 800
const ATTEMPTS_MAX = 40
/** The log keeps 500 calls: it is read before it forgets. */
const READ_EVERY_MS = 250

/** One person's tap, from the first attempt to the final answer. */
export interface Tap {
  refused: string | null
  attempts: number
  durationMs: number
  /** Of all its attempts together: database requests, takes of the shelf and those lost, transactions and conflicts. */
  requests: number
  takes: number
  lost: number
  transactions: number
  conflicts: number
}

type Answered = Pick<Tap, 'refused' | 'attempts' | 'durationMs'> & { requestId: string }

/** Everybody taps at once, and again as long as they are told to. */
export async function tapAll(world: BenchWorld, sale: Sale): Promise<Tap[]> {
  const reading = readAlong(world)
  const answered = await Promise.all(sale.openids.map((openid, index) => tap(world, sale, openid, index)))
  const records = await reading.stop()
  return answered.map(answer => ({
    ...answer,
    ...countsOf(records.filter(({ requestId }) => requestId === answer.requestId)),
  }))
}

async function tap(world: BenchWorld, { wish }: Sale, openid: string, index: number): Promise<Answered> {
  const requestId = `rush-tap-${index}`
  const startedMs = performance.now()
  for (let attempts = 1; ; attempts += 1) {
    const { refused } = await world.ask(openid, 'mall.redeem', wish, requestId)
    const mayTryAgain = refused !== null && errorCatalogue[refused].kind === 'retry'
    if (!mayTryAgain || attempts === ATTEMPTS_MAX)
      return { refused, attempts, requestId, durationMs: performance.now() - startedMs }
    await pause(PAUSE_MIN_MS + Math.random() * (PAUSE_MAX_MS - PAUSE_MIN_MS))
  }
}

const pause = (durationMs: number) => new Promise(resolve => setTimeout(resolve, durationMs))

/** Collects what the log says of finished redemptions while they run. */
function readAlong(world: BenchWorld) {
  const found = new Map<number, InvocationRecord>()
  let isOver = false
  const read = async () => {
    for (const record of await world.log('mall.redeem', 0)) if (record.finished) found.set(record.id, record)
  }
  const reading = (async () => {
    while (!isOver) {
      await read()
      await pause(READ_EVERY_MS)
    }
  })()
  const stop = async () => {
    isOver = true
    await reading
    await read()
    return [...found.values()]
  }
  return { stop }
}

function countsOf(records: readonly InvocationRecord[]) {
  const all = records.flatMap(({ databaseRequests }) => databaseRequests)
  const outside = all.filter(one => one.collection === 'mall_products' && !one.inTransaction)
  const reads = outside.filter(({ action }) => action === 'database.getDocument').length
  return {
    requests: all.length,
    takes: outside.filter(({ action }) => action === 'database.modifyDocument').length,
    // A take that is lost is followed by another look at the shelf.
    lost: reads - records.filter(record => record.databaseRequests.length > 2).length,
    transactions: all.filter(({ action }) => action === 'database.startTransaction').length,
    conflicts: all.filter(({ errorCode }) => errorCode === 'DATABASE_TRANSACTION_CONFLICT').length,
  }
}
