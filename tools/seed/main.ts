import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../build/functions'
import { startLocalCloud } from '../local-cloud/index'
import { Seeding } from '../local-cloud/seeding'

const ROOT = path.resolve(__dirname, '../..')
const DATA_DIR = path.join(ROOT, '.data/cloud')
const CLOUD_URL = 'http://127.0.0.1:7420'

/** `npm run seed -- demo|none`: throws the local cloud's data away and begins with the demonstration world, or with nothing. */
async function main(): Promise<void> {
  const [world] = process.argv.slice(2)
  if (world !== 'demo' && world !== 'none') throw new Error('Usage: npm run seed -- demo|none')
  if (await isCloudRunning()) throw new Error('The local cloud is running on this data: stop it first')
  rmSync(DATA_DIR, { recursive: true, force: true })
  if (world === 'none') new Seeding(DATA_DIR, path.join(DATA_DIR, 'database')).skip()
  else await fill()
  console.log(
    `${path.relative(ROOT, DATA_DIR)} begins with ${world === 'demo' ? 'the demonstration world' : 'nothing'}`,
  )
}

/** Lets a cloud seed itself, so that the world is the same however it came about. */
async function fill(): Promise<void> {
  await buildFunctions()
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: DATA_DIR,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    seed: 'demo',
    timers: false,
  })
  await cloud.close()
}

async function isCloudRunning(): Promise<boolean> {
  return fetch(`${CLOUD_URL}/local/clock`).then(
    ({ ok }) => ok,
    () => false,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
