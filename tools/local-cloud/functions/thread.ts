import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { readClock } from '../state/clock'
import type { Invoke, ThreadData, ThreadReport } from './messages'

/**
 * What runs inside a worker thread: one function, loaded once, one invocation at a time. Bundled into a
 * string when the local cloud starts, so that it runs without a TypeScript loader.
 */
const { bundleFile, clock } = workerData as ThreadData

type Main = (event: unknown, context: unknown) => unknown

function installClock(cells: Float64Array): void {
  const RealDate = Date
  const now = () => readClock(cells, RealDate.now())
  const LocalDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now()],
        newTarget === LocalDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  RealDate.prototype.constructor = LocalDate
  globalThis.Date = LocalDate
}

function applyEnvironment(environment: Invoke['environment']): void {
  for (const [key, value] of Object.entries(environment)) {
    if (value === null) delete process.env[key]
    else process.env[key] = value
  }
}

function report(message: ThreadReport): void {
  parentPort?.postMessage(message)
}

async function run(main: Main, invoke: Invoke): Promise<void> {
  applyEnvironment(invoke.environment)
  try {
    const value = await main(JSON.parse(invoke.event), invoke.context)
    report({ type: 'returned', result: JSON.stringify(value ?? null) })
  } catch (error) {
    report({
      type: 'threw',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}

installClock(new Float64Array(clock))
const loaded = createRequire(bundleFile)(bundleFile) as { main?: Main }
const { main } = loaded
if (typeof main !== 'function') throw new Error(`${bundleFile} does not export main`)
parentPort?.on('message', (invoke: Invoke) => void run(main, invoke))
report({ type: 'ready' })
