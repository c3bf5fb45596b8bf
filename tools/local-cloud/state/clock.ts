/** Layout of the shared cells: whether the clock is frozen, where, and how far a running clock is off. */
const FROZEN = 0
const FROZEN_AT = 1
const OFFSET = 2

/**
 * The clock of the cloud, in milliseconds since 1970. Its cells lie in shared memory, so that a change
 * reaches every running worker thread at once.
 */
export class Clock {
  readonly shared: SharedArrayBuffer
  private readonly cells: Float64Array
  private readonly listeners = new Set<() => void>()

  constructor(shared = new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT)) {
    this.shared = shared
    this.cells = new Float64Array(shared)
  }

  now = (): number => readClock(this.cells, Date.now())

  get frozen(): boolean {
    return this.cells[FROZEN] === 1
  }

  /** Whether nobody has set it. */
  get real(): boolean {
    return !this.frozen && this.cells[OFFSET] === 0
  }

  /** Stops the clock at `at`, or lets it run on from there. */
  set(at: number, runs = false): void {
    this.cells[FROZEN_AT] = at
    this.cells[OFFSET] = at - Date.now()
    this.cells[FROZEN] = runs ? 0 : 1
    this.changed()
  }

  /** Back to real time. */
  reset(): void {
    this.cells[OFFSET] = 0
    this.cells[FROZEN] = 0
    this.changed()
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}

/** The time by the shared cells, given the real one; also used inside the worker threads. */
export function readClock(cells: Float64Array, realNow: number): number {
  return cells[FROZEN] === 1 ? (cells[FROZEN_AT] ?? 0) : realNow + (cells[OFFSET] ?? 0)
}
