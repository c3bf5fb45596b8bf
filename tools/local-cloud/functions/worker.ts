import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Invoke, Outcome, ThreadData, ThreadReport } from './messages'
import { threadCode } from './threadCode'

/** A function whose module has not loaded by then never will; the real service allows about as much. */
const LOADING_LIMIT_MS = 10_000

/**
 * What a bundle leaves on the heap once it is loaded fits in this. V8 begins with a heap of a few megabytes otherwise
 * and collects it twice while the modules run, which is a fifth of a cold start.
 */
setFlagsFromString('--initial-heap-size=128')
setFlagsFromString('--min-semi-space-size=16')

type Settled = Outcome | { type: 'ready' }

export interface WorkerOptions {
  data: ThreadData
  environment: Record<string, string>
  memoryMb: number
  onOutput: (line: string) => void
  /** Told the bytecode of the bundle once, by a worker that was born without it. */
  onCompiled?: (bytes: Uint8Array) => void
}

/** One warm instance of a function: a thread that loaded the bundle and takes one invocation after the other. */
export class FunctionWorker {
  private readonly thread: Worker
  private readonly loading: Promise<Outcome | null>
  private settle: ((outcome: Settled) => void) | undefined
  private lastError: Error | undefined
  alive = true

  constructor(options: WorkerOptions) {
    this.thread = new Worker(threadCode(), {
      eval: true,
      workerData: options.data,
      env: options.environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    })
    this.thread.stdout.on('data', (chunk: Buffer) => options.onOutput(chunk.toString()))
    this.thread.stderr.on('data', (chunk: Buffer) => options.onOutput(chunk.toString()))
    this.thread.on('error', error => {
      this.lastError = error
    })
    this.thread.on('exit', code => {
      this.alive = false
      const message = this.lastError?.stack ?? `The worker exited with code ${code}`
      this.settle?.({ type: 'died', message })
    })
    this.thread.on('message', (report: ThreadReport) => {
      if (report.type === 'compiled') options.onCompiled?.(report.bytes)
      else this.settle?.(report)
    })
    this.loading = this.load()
  }

  /**
   * Runs one invocation. A worker that exceeds `timeoutMs` is terminated: its thread may be in an endless
   * loop, and nothing else stops that.
   */
  async invoke(invoke: Invoke, timeoutMs: number): Promise<Outcome> {
    const failure = await this.loading
    if (failure) return failure
    const outcome = await this.within(timeoutMs, () => this.thread.postMessage(invoke))
    if (outcome.type === 'timedOut') await this.terminate()
    return outcome.type === 'ready' ? { type: 'died', message: 'The worker started twice' } : outcome
  }

  async terminate(): Promise<void> {
    this.alive = false
    await this.thread.terminate()
  }

  private async load(): Promise<Outcome | null> {
    const outcome = await this.within(LOADING_LIMIT_MS, () => undefined)
    if (outcome.type === 'ready') return null
    await this.terminate()
    return outcome
  }

  private within(limitMs: number, start: () => void): Promise<Settled> {
    return new Promise(resolve => {
      const timer = setTimeout(() => this.settle?.({ type: 'timedOut' }), limitMs)
      this.settle = outcome => {
        clearTimeout(timer)
        this.settle = undefined
        resolve(outcome)
      }
      if (this.alive) start()
      else this.settle({ type: 'died', message: 'The worker is gone' })
    })
  }
}
