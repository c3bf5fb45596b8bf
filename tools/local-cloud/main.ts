import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildFunctions } from '../build/functions'
import { CLOUD_PORT, dataFolderOf } from './dataFolder'
import { withoutIdleTimers } from './idleTimers'
import { startLocalCloud } from './index'
import { SEEDING } from './seeding'

const HELP = `Usage: npm run cloud -- [options]
  --port N          the port on 127.0.0.1 (7420)
  --data DIR        where database, files and ledgers lie (.data/cloud, or .data/cloud-<port> on another port)
  --seed demo|none  fill an empty data folder with the demonstration world (demo)
  --clock ISO       let the functions' clock stand still at an instant
  --workers N       instances of each function (4)
  --functions DIR   bundles built elsewhere; without it cloudfunctions/ is built first
  --watch           rebuild functions when their source changes`

const ROOT = path.resolve(__dirname, '../..')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(CLOUD_PORT) },
      data: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      clock: { type: 'string' },
      workers: { type: 'string', default: '4' },
      functions: { type: 'string' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  if (values.seed !== 'demo' && values.seed !== 'none') throw new Error('--seed is demo or none')
  if (values.clock && Number.isNaN(Date.parse(values.clock))) throw new Error('--clock is an ISO instant')
  const onRebuild = (outcome: { built: string[] } | Error) =>
    console.log(
      outcome instanceof Error ? outcome.message : `rebuilt: ${outcome.built.join(', ') || 'nothing'}`,
    )
  if (!values.functions) await buildFunctions({ watch: values.watch, onRebuild })
  const cloud = await startLocalCloud({
    port: Number(values.port),
    dataDir: values.data ? path.resolve(values.data) : path.join(ROOT, dataFolderOf(Number(values.port))),
    functionsDir: path.resolve(values.functions ?? path.join(ROOT, 'dist/cloudfunctions')),
    seed: values.seed,
    workers: Number(values.workers),
    onSeed: () => {
      console.log('filling the demonstration world …')
      process.send?.(SEEDING)
    },
    onScan: text => console.error(`SCAN ${text}`),
    onOutput: (name, text) => {
      const told = withoutIdleTimers(text).trimEnd()
      if (told !== '') console.error(`[${name}] ${told}`)
    },
    ...(values.clock ? { clock: values.clock } : {}),
  })
  console.log(`local cloud on ${cloud.url}`)
  const stop = () => {
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (process.channel) process.once('disconnect', stop)
}

// The functions' time zone, as in the real service.
process.env.TZ = 'UTC'
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
