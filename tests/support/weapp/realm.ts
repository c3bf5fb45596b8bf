import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import vm from 'node:vm'

/** What `Page({...})` or `Component({...})` of the artefact was called with. */
export type Definition = Record<string, unknown> & {
  data?: Record<string, unknown>
  methods?: Record<string, unknown>
  properties?: Record<string, unknown>
}

export interface Registration {
  kind: 'page' | 'component'
  definition: Definition
}

interface RealmOptions {
  /** `dist/weapp` */
  root: string
  /** What the phone's clock shows when the realm is made; it runs on from there. */
  startsAt: number
  wx: Record<string, unknown>
  onConsole(level: string, text: string): void
  getApp(): unknown
  getCurrentPages(): unknown[]
}

/**
 * Sets the clock and takes away what WeChat's JavaScript lacks and V8 alone still has.
 * A proxy, so that `instanceof Date` holds for every date.
 */
const PREPARE = `(offsetMs => {
  const RealDate = Date
  const now = () => RealDate.now() + offsetMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  for (const name of ['global', 'WebAssembly', 'SharedArrayBuffer', 'Intl']) globalThis[name] = undefined
})`

const scripts = new Map<string, vm.Script>()

/** A file of the artefact as WeChat wraps it, compiled once for all realms: V8 lets them share the code. */
function scriptOf(file: string): vm.Script {
  const known = scripts.get(file)
  if (known) return known
  const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`
  const script = new vm.Script(source, { filename: file })
  scripts.set(file, script)
  return script
}

/**
 * A JavaScript realm as poor as WeChat's: no AbortController, fetch, TextEncoder, structuredClone, queueMicrotask,
 * performance, crypto, Blob, MessageChannel, matchMedia, localStorage, Intl, DOM; `eval` and `new Function` throw. A
 * test in jsdom would hide every use of them.
 */
export class Realm {
  readonly registrations = new Map<string, Registration>()
  appDefinition: Record<string, (...args: unknown[]) => unknown> | null = null
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly parse: (text: string) => unknown
  private loading = ''

  constructor(private readonly options: RealmOptions) {
    this.context = vm.createContext(this.globals(), { codeGeneration: { strings: false, wasm: false } })
    vm.runInContext(PREPARE, this.context)(options.startsAt - Date.now())
    this.parse = vm.runInContext('JSON.parse', this.context)
  }

  /** Runs a file of the artefact once, as WeChat's `require` does; a path is relative to the root, without `.js`. */
  load(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(path, module)
    const file = join(this.options.root, `${path}.js`)
    const outer = this.loading
    this.loading = path
    const run = scriptOf(file).runInContext(this.context) as (...given: unknown[]) => void
    run.call(undefined, (relative: string) => this.load(resolveFrom(path, relative)), module, module.exports)
    this.loading = outer
    return module.exports
  }

  /** Carries data into the realm, so that the artefact meets arrays and objects of its own. */
  give<T>(value: T): T {
    if (value === undefined || value === null) return value
    return this.parse(JSON.stringify(value)) as T
  }

  private globals(): Record<string, unknown> {
    const log =
      (level: string) =>
      (...args: unknown[]) =>
        this.options.onConsole(level, args.map(describe).join(' '))
    const register = (kind: Registration['kind']) => (definition: Definition) => {
      this.registrations.set(this.loading, { kind, definition })
    }
    const levels = ['log', 'info', 'warn', 'error', 'debug']
    return {
      wx: this.options.wx,
      console: Object.fromEntries(levels.map(level => [level, log(level)])),
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      App: (definition: Realm['appDefinition']) => {
        this.appDefinition = definition
      },
      Page: register('page'),
      Component: register('component'),
      Behavior: (definition: unknown) => definition,
      getApp: this.options.getApp,
      getCurrentPages: this.options.getCurrentPages,
    }
  }
}

function resolveFrom(path: string, relative: string): string {
  return posix.join(dirname(path), relative).replace(/\.js$/, '')
}

function describe(value: unknown): string {
  if (value instanceof Error || (typeof value === 'object' && value !== null && 'stack' in value)) {
    return String((value as Error).stack)
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
