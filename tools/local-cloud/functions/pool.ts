import type { FunctionWorker } from './worker'

/**
 * The warm instances of one function. Each takes one invocation at a time, as in the real service; beyond
 * `size` at once, invocations wait in line. A worker that died is replaced when the next call needs it.
 */
export class FunctionPool {
  private readonly all = new Set<FunctionWorker>()
  private idle: FunctionWorker[] = []
  private readonly waiting: ((worker: FunctionWorker | null) => void)[] = []
  private retired = false
  private closed = false

  constructor(
    private readonly size: number,
    private readonly start: () => FunctionWorker,
  ) {}

  /** Lends a worker to `use` and takes it back afterwards. `cold` tells whether it had to be started. */
  async lend<T>(use: (worker: FunctionWorker, cold: boolean) => Promise<T>): Promise<T> {
    const { worker, cold } = await this.acquire()
    try {
      return await use(worker, cold)
    } finally {
      this.release(worker)
    }
  }

  /** Lets the running invocations end and terminates each worker as it comes free. */
  retire(): void {
    this.retired = true
    for (const worker of this.idle) void this.discard(worker)
    this.idle = []
  }

  /** Terminates every worker at once. */
  async close(): Promise<void> {
    this.closed = true
    this.retire()
    await Promise.all([...this.all].map(worker => this.discard(worker)))
  }

  private async acquire(): Promise<{ worker: FunctionWorker; cold: boolean }> {
    const warm = this.idle.pop()
    if (warm) return { worker: warm, cold: false }
    if (this.all.size < this.size) return { worker: this.spawn(), cold: true }
    const handed = await new Promise<FunctionWorker | null>(resolve => this.waiting.push(resolve))
    return handed ? { worker: handed, cold: false } : { worker: this.spawn(), cold: true }
  }

  private spawn(): FunctionWorker {
    if (this.closed) throw new Error('The local cloud is closing')
    const worker = this.start()
    this.all.add(worker)
    return worker
  }

  private release(worker: FunctionWorker): void {
    const next = this.waiting.shift()
    const usable = worker.alive && (!this.retired || next !== undefined)
    if (!usable) void this.discard(worker)
    if (next) next(usable ? worker : null)
    else if (usable) this.idle.push(worker)
  }

  private async discard(worker: FunctionWorker): Promise<void> {
    this.all.delete(worker)
    await worker.terminate()
  }
}
