import { statSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../build/functions'
import { callerEnvironment, staticEnvironment } from '../local-cloud/functions/environment'
import { FunctionWorker } from '../local-cloud/functions/worker'
import { Clock } from '../local-cloud/state/clock'
import { median } from './percentile'
import type { Section } from './report'

const ROOT = path.resolve(__dirname, '../..')
const STARTS = 10
const TIMEOUT_MS = 10_000
const MEMORY_MB = 256
const BARE = 'bare'
/** No procedure is called that, so that the reply needs no database. */
const EVENT = JSON.stringify({ procedure: 'none', input: {} })

interface Bundle {
  name: string
  file: string
}

/** How large each function is, and how long a new instance takes, beside a function that only has the SDK. */
export async function benchFunctions(): Promise<Section> {
  const bundles = await build()
  const startsMs = await startAll(bundles)
  const bareMs = median(startsMs.get(BARE) ?? [])
  return {
    title: 'Functions',
    method: [
      `Cold start: a new worker thread, from its creation until its first reply is there, a reply that needs no`,
      `database; the median of ${STARTS}, taken in turns so that what else the machine does strikes all alike. The bare`,
      'function only requires `wx-server-sdk`, bundled in the same way.',
    ],
    tables: [
      {
        caption: 'Bundles and cold starts',
        table: {
          header: ['function', 'bundle KB', 'cold start ms', 'beside bare'],
          rows: bundles.map(({ name, file }) => {
            const ms = median(startsMs.get(name) ?? [])
            return [
              name,
              (statSync(file).size / 1024).toFixed(0),
              ms.toFixed(0),
              `${(ms / bareMs).toFixed(2)}×`,
            ]
          }),
        },
      },
    ],
    findings: [],
    broken: [],
  }
}

async function build(): Promise<Bundle[]> {
  const bareOut = path.join(ROOT, '.cache/bench/cloudfunctions')
  await buildFunctions({ source: path.join(__dirname, 'cloudfunctions'), out: bareOut })
  const { built, unchanged } = await buildFunctions()
  const names = [...built, ...unchanged].sort()
  return [
    { name: BARE, file: path.join(bareOut, BARE, 'index.js') },
    ...names.map(name => ({ name, file: path.join(ROOT, 'dist/cloudfunctions', name, 'index.js') })),
  ]
}

async function startAll(bundles: readonly Bundle[]): Promise<Map<string, number[]>> {
  const startsMs = new Map<string, number[]>(bundles.map(({ name }) => [name, []]))
  // The first round is not counted: it brings the files into the system's cache.
  for (let round = 0; round <= STARTS; round += 1) {
    for (const bundle of bundles) {
      const ms = await startOnce(bundle)
      if (round > 0) startsMs.get(bundle.name)?.push(ms)
    }
  }
  return startsMs
}

async function startOnce({ name, file }: Bundle): Promise<number> {
  const startedMs = performance.now()
  const worker = new FunctionWorker({
    data: { bundleFile: file, clock: new Clock().shared },
    environment: staticEnvironment('http://127.0.0.1:1', name),
    memoryMb: MEMORY_MB,
    onOutput: () => undefined,
  })
  const environment = callerEnvironment({ openid: 'bench', source: 'wx_client' }, 'bench')
  const outcome = await worker.invoke({ event: EVENT, context: {}, environment }, TIMEOUT_MS)
  const durationMs = performance.now() - startedMs
  await worker.terminate()
  if (outcome.type !== 'returned') throw new Error(`${name} did not answer: ${JSON.stringify(outcome)}`)
  return durationMs
}
