import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../build/functions'
import { startLocalCloud } from '../local-cloud/index'
import { Seeding } from '../local-cloud/seeding'
import { NOW } from './volvo2019/calendar'
import { countUp } from './volvo2019/count'
import { seedVolvo2019 } from './volvo2019/world'

const ROOT = path.resolve(__dirname, '../..')
const DATA_DIR = path.join(ROOT, '.data/cloud')
const CLOUD_URL = 'http://127.0.0.1:7420'

const worlds = ['demo', 'none', 'volvo-2019'] as const
type WorldName = (typeof worlds)[number]
const names: Record<WorldName, string> = {
  demo: 'the demonstration world',
  none: 'nothing',
  'volvo-2019': 'November 2018 to August 2019',
}

/** `npm run seed -- demo|none|volvo-2019`: throws the local cloud's data away and begins with that world. */
async function main(): Promise<void> {
  const world = worlds.find(name => name === process.argv[2])
  if (!world) throw new Error(`Usage: npm run seed -- ${worlds.join('|')}`)
  if (await isCloudRunning()) throw new Error('The local cloud is running on this data: stop it first')
  rmSync(DATA_DIR, { recursive: true, force: true })
  if (world === 'none') new Seeding(DATA_DIR, path.join(DATA_DIR, 'database')).skip()
  else if (world === 'demo') await fill()
  else await fillVolvo2019()
  console.log(`${path.relative(ROOT, DATA_DIR)} begins with ${names[world]}`)
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

/** Raw events first, straight into the store; then the timer counts them as it would have, from the first day on. */
async function fillVolvo2019(): Promise<void> {
  await buildFunctions()
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: DATA_DIR,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    seed: 'none',
    clock: NOW.toISOString(),
    timers: false,
    flushes: false,
  })
  const startedAt = Date.now()
  await seedVolvo2019(cloud.engine)
  const filledAt = Date.now()
  const runs = await countUp(cloud.url)
  await cloud.close()
  new Seeding(DATA_DIR, path.join(DATA_DIR, 'database')).skip()
  const seconds = (fromMs: number, toMs: number) => Math.round((toMs - fromMs) / 1_000)
  console.log(
    `Written in ${seconds(startedAt, filledAt)} s, counted in ${runs} runs of the timer and ${seconds(filledAt, Date.now())} s`,
  )
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
