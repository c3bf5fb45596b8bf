import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { CollectionDeclaration, Engine } from './engine/index'
import { PreparedWorlds } from './preparedWorlds'
import { JsonFile } from './state/jsonFile'
import type { FileStorage } from './storage/fileStorage'

export type Seed = 'demo' | 'none'

/** What a cloud that was started by another process tells it before it fills the world. */
export const SEEDING = 'seeding'

interface Progress {
  state: 'never' | 'started' | 'done'
}

/** What a seed fills. */
interface Ground {
  engine: Engine
  storage: FileStorage
  /** Told before it is filled, which takes its time. */
  onSeed?: (() => void) | undefined
}

/**
 * Fills an empty data folder with the demonstration world, once. A process killed in the middle leaves the
 * mark `started`; the next one then begins with an empty database instead of half a world.
 */
export class Seeding {
  private readonly progress: JsonFile<Progress>
  private prepared: PreparedWorlds | undefined

  constructor(
    private readonly dataDir: string,
    private readonly databaseDir: string,
  ) {
    this.progress = new JsonFile(path.join(dataDir, 'seed.json'), { state: 'never' })
  }

  /** Before the engine opens the database. */
  removeHalfDone(): void {
    if (this.progress.read().state !== 'started') return
    rmSync(this.databaseDir, { recursive: true, force: true })
    this.progress.write({ state: 'never' })
  }

  /** Takes a world that was seeded before at the same frozen moment, if there is one; before the engine opens. */
  takePrepared(clock: string, collections: readonly CollectionDeclaration[]): void {
    if (this.progress.read().state !== 'never' || existsSync(this.databaseDir)) return
    this.prepared = new PreparedWorlds(`${clock} ${JSON.stringify(collections)}`)
    // Killed in the middle of it, it begins anew like any other seeding.
    this.progress.write({ state: 'started' })
    this.progress.write({ state: this.prepared.take(this.dataDir) ? 'done' : 'never' })
  }

  async run(seed: Seed, { engine, storage, onSeed }: Ground, now: Date): Promise<void> {
    if (seed === 'none' || this.isDone()) return
    onSeed?.()
    this.progress.write({ state: 'started' })
    // Loaded only when it is wanted: the demonstration world is large and most tests bring their own.
    const { seedDemo, demoFiles } = await import('../seed/demo')
    await seedDemo(engine, now)
    for (const { path: cloudPath, content } of await demoFiles())
      await storage.write(cloudPath, content, null)
    this.progress.write({ state: 'done' })
    this.prepared?.keep(this.dataDir)
  }

  /** Whether the folder has begun with a world, be it an empty one. */
  isDone(): boolean {
    return this.progress.read().state === 'done'
  }

  /** Leaves the data folder as it is, also when the next cloud would seed it. */
  skip(): void {
    this.progress.write({ state: 'done' })
  }
}
