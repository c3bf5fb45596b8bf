import path from 'node:path'
import { buildFunctions } from '../build/functions'
import { withoutIdleTimers } from './idleTimers'
import { startLocalCloud } from './index'
import { HELP, readOptions } from './options'
import { SEEDING } from './seeding'

const ROOT = path.resolve(__dirname, '../..')

async function main(): Promise<void> {
  const asked = readOptions(process.argv.slice(2))
  if (asked.help) {
    console.log(HELP)
    return
  }
  const onRebuild = (outcome: { built: string[] } | Error) =>
    console.log(
      outcome instanceof Error ? outcome.message : `rebuilt: ${outcome.built.join(', ') || 'nothing'}`,
    )
  const { functions, clock } = asked
  if (functions === undefined) await buildFunctions({ watch: asked.watch, onRebuild })
  const cloud = await startLocalCloud({
    port: asked.port,
    dataDir: asked.dataDir,
    seed: asked.seed,
    workers: asked.workers,
    functionsDir: path.resolve(functions ?? path.join(ROOT, 'dist/cloudfunctions')),
    onSeed: () => {
      console.log('filling the demonstration world …')
      process.send?.(SEEDING)
    },
    onScan: text => console.error(`SCAN ${text}`),
    onOutput: (name, text) => {
      const told = withoutIdleTimers(text).trimEnd()
      if (told !== '') console.error(`[${name}] ${told}`)
    },
    ...(clock === undefined ? {} : { clock }),
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
