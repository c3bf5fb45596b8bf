import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type HeldFolder, holdFolder } from './dataFolder'
import { CallDoor } from './doors/call'
import { FilesDoor } from './doors/files'
import { LocalDoors } from './doors/local'
import { type Engine, openEngine } from './engine/index'
import { FunctionRegistry } from './functions/registry'
import { FunctionRunner } from './functions/runner'
import { MediaChecks } from './openapi/mediaChecks'
import { standIns } from './openapi/standIns'
import { type Seed, Seeding } from './seeding'
import { listen } from './server'
import { Clock } from './state/clock'
import { Faults } from './state/faults'
import { InvocationLog } from './state/invocations'
import { Outbox } from './state/outbox'
import { Subscriptions } from './state/subscriptions'
import { DownloadPermits } from './storage/downloadPermits'
import { FileStorage } from './storage/fileStorage'
import { UploadPermits } from './storage/uploadPermits'
import { Timers } from './timers'
import { AdminWire } from './wire/admin'
import { DatabaseWire } from './wire/database'
import { FilesWire } from './wire/files'
import { InvokeWire } from './wire/invoke'
import { OpenapiWire } from './wire/openapi'

export interface LocalCloudOptions {
  /** 0 takes any free port. */
  port: number
  /** Where database, files and ledgers lie; a process killed at any moment finds them again. */
  dataDir: string
  /** The bundles with their manifest, as `tools/build/functions.ts` writes them. */
  functionsDir: string
  seed?: Seed
  /** An ISO instant at which the clock stands still from the start. */
  clock?: string
  /** Instances of each function; 4 by default. */
  workers?: number
  /** Whether the functions' timers fire by themselves. */
  timers?: boolean
  /** When a media check is answered by itself; null leaves it to `POST /local/media`. */
  mediaDelayMs?: number | null
  /**
   * How long a transaction stays open whose worker has died, in ms: for tests that kill functions. In the real service,
   * and unless told, it lives on to its 30 s, as that of a living worker always does.
   */
  abandonedTransactionMs?: number
  /** Told what functions print and what they fail with. */
  onOutput?: (functionName: string, text: string) => void
  /** Whether what is acknowledged survives a power cut, not only `kill -9`; true by default, and slower. */
  flushes?: boolean
  /** Told before an empty data folder is filled with the demonstration world. */
  onSeed?: () => void
  /** Told of each request that scanned. */
  onScan?: (text: string) => void
}

export interface LocalCloud {
  url: string
  engine: Engine
  close(): Promise<void>
}

const WORKERS_DEFAULT = 4
const MEDIA_DELAY_MS = 300

/** Starts the cloud. Throws when its folder is in use, the functions are not built, the port is taken or the seed fails. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const held = holdFolder(options.dataDir, 'a local cloud that starts')
  try {
    return await startIn(held, options)
  } catch (error) {
    held.release()
    throw error
  }
}

async function startIn(held: HeldFolder, options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, onOutput = () => undefined } = options
  const databaseDir = path.join(dataDir, 'database')
  const clock = new Clock()
  if (options.clock) clock.set(Date.parse(options.clock))
  const seeding = new Seeding(dataDir, databaseDir)
  seeding.removeHalfDone()
  const registry = new FunctionRegistry({
    functionsDir: options.functionsDir,
    workers: options.workers ?? WORKERS_DEFAULT,
    clock,
    onOutput,
  })
  if (options.seed === 'demo' && options.clock) seeding.takePrepared(options.clock, registry.collections)
  mkdirSync(databaseDir, { recursive: true })
  const engine = await openEngine({
    dir: databaseDir,
    collections: registry.collections,
    now: clock.now,
    flushes: options.flushes ?? true,
  })
  registry.onChange(manifest => engine.declare(manifest.collections))
  const storage = new FileStorage(path.join(dataDir, 'storage'))
  const ground = { engine, storage, onSeed: options.onSeed }
  await seeding.run(options.seed ?? 'none', ground, new Date(clock.now()))
  return open(options, { held, clock, registry, engine, storage, onOutput })
}

interface Ground {
  held: HeldFolder
  clock: Clock
  registry: FunctionRegistry
  engine: Engine
  storage: FileStorage
  onOutput: (functionName: string, text: string) => void
}

async function open(options: LocalCloudOptions, ground: Ground): Promise<LocalCloud> {
  const { held, clock, registry, engine, storage, onOutput } = ground
  const { dataDir, mediaDelayMs = MEDIA_DELAY_MS } = options
  const log = new InvocationLog()
  const faults = new Faults()
  const outbox = new Outbox(dataDir)
  const subscriptions = new Subscriptions(dataDir)
  const restMs = options.abandonedTransactionMs
  const runner = new FunctionRunner(registry, log, clock, onOutput, ({ transactions }) => {
    if (restMs !== undefined) engine.abandon(transactions, restMs)
  })
  const media = new MediaChecks({ dataDir, runner, clock, delayMs: mediaDelayMs })
  const timers = new Timers(registry, runner, clock)
  const permits = new UploadPermits()
  const downloads = new DownloadPermits()
  const files = new FilesWire(storage, permits, downloads)
  const admin = new AdminWire({
    log,
    files,
    database: new DatabaseWire(engine, faults, options.onScan ?? (() => undefined)),
    invoke: new InvokeWire(runner),
    openapi: new OpenapiWire({
      standIns: standIns(media, subscriptions),
      registry,
      faults,
      outbox,
      clock,
    }),
  })
  const doors = {
    admin,
    call: new CallDoor(runner),
    files: new FilesDoor(storage, permits, downloads),
    local: new LocalDoors({
      engine,
      collections: () => registry.collections.map(({ name }) => name),
      clock,
      log,
      outbox,
      faults,
      timers,
      media,
      subscriptions,
    }),
  }
  const { server, url } = await listen(doors, options.port)
  held.holder(`the local cloud at ${url}`)
  registry.serveAt(url)
  files.serveAt(url)
  media.resume()
  if (options.timers ?? true) timers.start()
  const close = async () => {
    timers.stop()
    media.close()
    await registry.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await engine.close()
    held.release()
  }
  return { url, engine, close }
}
