import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { MANIFEST_FILE, Manifest } from '../../build/manifest'
import type { Clock } from '../state/clock'
import { CompiledCode } from './compiledCode'
import { staticEnvironment } from './environment'
import { FunctionPool } from './pool'
import { FunctionWorker } from './worker'

export interface DeployedFunction {
  name: string
  hash: string
  config: Manifest['functions'][string]['config']
  pool: FunctionPool
}

export interface RegistryOptions {
  functionsDir: string
  workers: number
  clock: Clock
  onOutput: (functionName: string, line: string) => void
}

/**
 * The deployed functions, as the manifest beside the bundles lists them. The manifest is looked at before
 * each call: a function whose bundle or configuration changed gets fresh workers, a removed one is gone.
 */
export class FunctionRegistry {
  private functions = new Map<string, DeployedFunction>()
  private manifest: Manifest = { functions: {}, collections: [] }
  private readAs = ''
  private url = ''
  private readonly listeners = new Set<(manifest: Manifest) => void>()

  private readonly compiledCode = new CompiledCode()

  constructor(private readonly options: RegistryOptions) {}

  /** Where the functions' SDK finds the cloud; known once the server listens. */
  serveAt(url: string): void {
    this.url = url
  }

  onChange(listener: (manifest: Manifest) => void): void {
    this.listeners.add(listener)
  }

  get collections(): Manifest['collections'] {
    this.refresh()
    return this.manifest.collections
  }

  find(name: string): DeployedFunction | undefined {
    this.refresh()
    return this.functions.get(name)
  }

  list(): DeployedFunction[] {
    this.refresh()
    return [...this.functions.values()]
  }

  /** Reads the manifest if it changed. Throws when there is none: the functions have not been built. */
  refresh(): void {
    const file = path.join(this.options.functionsDir, MANIFEST_FILE)
    const { mtimeMs, ino, size } = statSync(file)
    const version = `${ino}:${mtimeMs}:${size}`
    if (version === this.readAs) return
    const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    this.readAs = version
    this.manifest = manifest
    this.take(manifest)
    for (const listener of this.listeners) listener(manifest)
  }

  async close(): Promise<void> {
    await Promise.all([...this.functions.values()].map(({ pool }) => pool.close()))
  }

  private take(manifest: Manifest): void {
    const next = new Map<string, DeployedFunction>()
    for (const [name, { hash, config }] of Object.entries(manifest.functions)) {
      const current = this.functions.get(name)
      const same = current?.hash === hash && JSON.stringify(current.config) === JSON.stringify(config)
      next.set(
        name,
        same ? current : { name, hash, config, pool: this.createPool(name, hash, config.memoryMb) },
      )
    }
    for (const [name, { pool }] of this.functions) {
      if (next.get(name)?.pool !== pool) pool.retire()
    }
    this.functions = next
  }

  private createPool(name: string, hash: string, memoryMb: number): FunctionPool {
    const bundleFile = path.join(this.options.functionsDir, name, 'index.js')
    return new FunctionPool(
      this.options.workers,
      () =>
        new FunctionWorker({
          data: {
            bundleFile,
            clock: this.options.clock.shared,
            compiled: this.compiledCode.find(name, hash),
          },
          environment: staticEnvironment(this.url, name),
          memoryMb,
          onOutput: line => this.options.onOutput(name, line),
          onCompiled: bytes => this.compiledCode.keep(name, hash, bytes),
        }),
    )
  }
}
