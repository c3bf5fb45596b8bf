import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../build/functions'
import { startLocalCloud } from '../local-cloud/index'

const ROOT = path.resolve(__dirname, '../..')
const DATA = path.join(ROOT, '.data/cloud')
const CLOUD = 'http://127.0.0.1:7420'

/** `npm run seed -- demo` starts the world afresh, `none` an empty one. Refuses while a cloud runs on the data. */
async function main(): Promise<void> {
  const seed = process.argv[2]
  if (seed !== 'demo' && seed !== 'none') throw new Error('Say which world: npm run seed -- demo|none')
  if (await isRunning())
    throw new Error(`A local cloud runs at ${CLOUD}: stop it first, or its data would be torn`)
  await buildFunctions()
  rmSync(DATA, { recursive: true, force: true })
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: DATA,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    seed,
    timers: false,
  })
  const counts = Object.entries(cloud.engine.digest()).map(([name, { count }]) => `${name} ${count}`)
  await cloud.close()
  console.log(`${seed}: ${counts.join(', ')}`)
}

function isRunning(): Promise<boolean> {
  return fetch(`${CLOUD}/local/clock`).then(
    () => true,
    () => false,
  )
}

process.env.TZ = 'UTC'
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
