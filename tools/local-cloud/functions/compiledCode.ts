import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const KEPT_MS = 24 * 3_600_000
const CACHE_DIR = path.resolve(__dirname, '../../../.cache/bytecode')

/**
 * V8's bytecode of the bundles. A cold worker that finds it starts in half the time, and does not compile what its
 * first invocations need: bundles hold three megabytes each, and tests start hundreds of workers.
 *
 * It is kept in a folder, so that the next process finds it too. V8 itself refuses bytecode of another version or
 * other flags; the worker refuses that of another source.
 */
export class CompiledCode {
  private readonly loaded = new Map<string, SharedArrayBuffer>()

  constructor(private readonly dir = CACHE_DIR) {}

  /** Shared memory, so that each worker need not be given a copy of its own. Null: nobody has compiled it yet. */
  find(functionName: string, hash: string): SharedArrayBuffer | null {
    const name = fileName(functionName, hash)
    const known = this.loaded.get(name)
    if (known) return known
    const bytes = readIfThere(path.join(this.dir, name))
    return bytes && this.remember(name, bytes)
  }

  /** Takes what a worker compiled, and forgets what bundles of days ago left. */
  keep(functionName: string, hash: string, bytes: Uint8Array): void {
    const name = fileName(functionName, hash)
    this.remember(name, bytes)
    mkdirSync(this.dir, { recursive: true })
    // Several clouds may share the folder: a file is there whole or not at all.
    const draft = path.join(this.dir, `.${name}.${process.pid}`)
    writeFileSync(draft, bytes)
    renameSync(draft, path.join(this.dir, name))
    for (const file of readdirSync(this.dir).map(other => path.join(this.dir, other))) {
      const keptSince = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
      if (keptSince < Date.now() - KEPT_MS) rmSync(file, { force: true })
    }
  }

  private remember(name: string, bytes: Uint8Array): SharedArrayBuffer {
    const shared = new SharedArrayBuffer(bytes.byteLength)
    new Uint8Array(shared).set(bytes)
    this.loaded.set(name, shared)
    return shared
  }
}

function fileName(functionName: string, hash: string): string {
  return `${functionName}-${hash}-${process.versions.v8}.bin`
}

export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
