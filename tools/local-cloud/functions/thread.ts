import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { readClock } from '../state/clock'
import type { Invoke, ThreadData, ThreadReport } from './messages'

/**
 * What runs inside a worker thread: one function, loaded once, one invocation at a time. Bundled into a
 * string when the local cloud starts, so that it runs without a TypeScript loader.
 */
const { bundleFile, clock, compiled = null } = workerData as ThreadData

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

/** After so many invocations the functions of the usual path are compiled, which V8 does when they first run. */
const REPORTED_AFTER_INVOCATIONS = 3

/**
 * Compiles as Node's own `require` does, with the same wrapper, but from bytecode where there is some. V8 compares no
 * more than the length of the source with its bytecode's, so the digest of the source goes before the bytecode.
 */
function compileBundle(): { script: Script; digest: Buffer; isKnown: boolean } {
  const source = readFileSync(bundleFile)
  const digest = createHash(DIGEST).update(source).digest()
  const fits = compiled !== null && digest.equals(new Uint8Array(compiled, 0, digest.length))
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString(isAscii(source) ? 'latin1' : 'utf8')}\n})`,
    {
      filename: bundleFile,
      ...(fits ? { cachedData: Buffer.from(compiled, digest.length) } : {}),
    },
  )
  return { script, digest, isKnown: fits && !script.cachedDataRejected }
}

const DIGEST = 'sha256'

function loadMain(script: Script): Main {
  const module: { exports: { main?: Main } } = { exports: {} }
  const define = script.runInThisContext() as (...given: unknown[]) => void
  define(module.exports, createRequire(bundleFile), module, bundleFile, path.dirname(bundleFile))
  const { main } = module.exports
  if (typeof main !== 'function') throw new Error(`${bundleFile} does not export main`)
  return main
}

installClock(new Float64Array(clock))
const { script, digest, isKnown } = compileBundle()
const main = loadMain(script)
let unreported = isKnown ? 0 : REPORTED_AFTER_INVOCATIONS

async function serve(invoke: Invoke): Promise<void> {
  await run(main, invoke)
  if (unreported === 0) return
  unreported -= 1
  if (unreported === 0)
    report({ type: 'compiled', bytes: Buffer.concat([digest, script.createCachedData()]) })
}

parentPort?.on('message', (invoke: Invoke) => void serve(invoke))
report({ type: 'ready' })
