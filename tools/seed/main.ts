import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildFunctions } from '../build/functions'
import { dataFolderOf, holdFolder, LOCK_FILE } from '../local-cloud/dataFolder'
import { startLocalCloud } from '../local-cloud/index'
import { Seeding } from '../local-cloud/seeding'
import { NOW } from './volvo2019/calendar'
import { countUp } from './volvo2019/count'
import { seedVolvo2019 } from './volvo2019/world'

const ROOT = path.resolve(__dirname, '../..')

const worlds = ['demo', 'none', 'volvo-2019'] as const
type WorldName = (typeof worlds)[number]
const names: Record<WorldName, string> = {
  demo: 'the demonstration world',
  none: 'nothing',
  'volvo-2019': 'November 2018 to August 2019',
}

/** `npm run seed -- demo|none|volvo-2019 [--data DIR]`: throws a local cloud's data away and begins with that world. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const world = worlds.find(name => name === positionals[0])
  if (!world) throw new Error(`Usage: npm run seed -- ${worlds.join('|')} [--data DIR]`)
  const dataDir = values.data ? path.resolve(values.data) : path.join(ROOT, dataFolderOf())
  if (world !== 'none') await buildFunctions()
  empty(dataDir)
  if (world === 'none') new Seeding(dataDir, path.join(dataDir, 'database')).skip()
  else if (world === 'demo') await fill(dataDir)
  else await fillVolvo2019(dataDir)
  console.log(`${path.relative(ROOT, dataDir)} begins with ${names[world]}`)
}

/** Throws away what lies in the folder. @throws Error when a cloud runs on it, or none ever did */
function empty(dataDir: string): void {
  const lying = existsSync(dataDir) ? readdirSync(dataDir) : []
  if (lying.length > 0 && !['database', LOCK_FILE].some(name => lying.includes(name)))
    throw new Error(`${dataDir} holds something else than a local cloud's data: it stays as it is`)
  const held = holdFolder(dataDir, 'npm run seed')
  for (const name of readdirSync(dataDir).filter(file => file !== LOCK_FILE))
    rmSync(path.join(dataDir, name), { recursive: true, force: true })
  held.release()
}

/** Lets a cloud seed itself, so that the world is the same however it came about. */
async function fill(dataDir: string): Promise<void> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    seed: 'demo',
    timers: false,
  })
  await cloud.close()
}

/** Raw events first, straight into the store; then the timer counts them as it would have, from the first day on. */
async function fillVolvo2019(dataDir: string): Promise<void> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
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
  new Seeding(dataDir, path.join(dataDir, 'database')).skip()
  await cloud.close()
  const seconds = (fromMs: number, toMs: number) => Math.round((toMs - fromMs) / 1_000)
  console.log(
    `Written in ${seconds(startedAt, filledAt)} s, counted in ${runs} runs of the timer and ${seconds(filledAt, Date.now())} s`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
