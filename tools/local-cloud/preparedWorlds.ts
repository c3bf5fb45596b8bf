import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { LOCK_FILE } from './dataFolder'

const ROOT = path.resolve(__dirname, '../..')
const WORLDS_DIR = path.join(ROOT, '.cache/worlds')
/** All that a seeded world can depend on, the moment and the collections apart. */
const SOURCES = ['tools/seed', 'tools/local-cloud', 'domain', 'cloudfunctions', 'package-lock.json']
const KEPT_MS = 24 * 3_600_000
/** Locks know the processes that have a folder open; how far seeding has come says whoever seeds. */
const NOT_KEPT = ['lock.mdb', 'seed.json', LOCK_FILE]

/**
 * Demonstration worlds as they lay in their data folder once they were seeded. A score of test files begin with the
 * same world at the same frozen moment: the first one seeds it, which takes six seconds, the others copy it.
 */
export class PreparedWorlds {
  private readonly dir: string

  /** @param moment the frozen instant at which the world is seeded, and whatever else tells one from another */
  constructor(moment: string, worlds = WORLDS_DIR) {
    this.dir = path.join(worlds, keyOf(moment))
  }

  /** Puts the world into a data folder that holds no database yet. @returns whether there was one */
  take(dataDir: string): boolean {
    if (!existsSync(this.dir)) return false
    cpSync(this.dir, dataDir, { recursive: true })
    return true
  }

  /** Keeps what has just been seeded; nothing may write to the folder meanwhile. Forgets the worlds of days ago. */
  keep(dataDir: string): void {
    const worlds = path.dirname(this.dir)
    mkdirSync(worlds, { recursive: true })
    // Several clouds may seed the same world at once: it is there whole or not at all.
    const draft = `${this.dir}.${process.pid}.draft`
    cpSync(dataDir, draft, { recursive: true, filter: file => !NOT_KEPT.includes(path.basename(file)) })
    if (existsSync(this.dir)) rmSync(draft, { recursive: true })
    else renameSync(draft, this.dir)
    for (const world of readdirSync(worlds).map(name => path.join(worlds, name))) {
      const keptSince = statSync(world, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
      if (keptSince < Date.now() - KEPT_MS) rmSync(world, { recursive: true, force: true })
    }
  }
}

function keyOf(moment: string): string {
  const hash = createHash('sha256').update(moment)
  for (const file of SOURCES.flatMap(source => filesIn(path.join(ROOT, source))).sort())
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 20)
}

function filesIn(source: string): string[] {
  if (statSync(source).isFile()) return [source]
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
}
