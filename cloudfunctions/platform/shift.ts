import type { Instant } from '@domain/kernel/time'
import { logFailure } from './log'

/** How long one run of a timer goes on: what is left then waits for the next, and is not cut off by the function's limit. */
export interface Shift {
  isOver(): boolean
}

/** The functions live ten seconds, where nothing else is said; what does not grow with the data needs the rest. */
const SHIFT_MS = 6_000

function beginShift(lengthMs: number): Shift {
  // The monotonic clock: a function's wall clock may be set.
  const until = performance.now() + lengthMs
  return { isOver: () => performance.now() >= until }
}

/**
 * Does one thing after the other until the shift is over. One that throws keeps nobody after it waiting, run after run.
 * @returns how many were done: the first so many of them
 * @throws what the first that failed threw, once all have had their turn
 */
export async function eachWhile<T>(
  shift: Shift,
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<number> {
  let done = 0
  const failures: unknown[] = []
  for (const thing of things) {
    if (shift.isOver()) break
    try {
      await work(thing)
    } catch (error) {
      failures.push(error)
    }
    done += 1
  }
  if (failures.length > 0) throw failures[0]
  return done
}

type Jobs = Record<string, (now: Instant, shift: Shift) => Promise<unknown>>

interface House {
  /** Of a function that lives longer than ten seconds: how long a run may go on. */
  shiftMs?: number
}

/**
 * Does one job after the other. WeChat allows a function one timer, so that it does all the housekeeping of its room:
 * what fails is logged and comes again the next time, and keeps nothing from what stands after it.
 * @returns what each has done, and which of them failed
 */
export async function keepHouse(room: string, jobs: Jobs, now: Instant, { shiftMs = SHIFT_MS }: House = {}) {
  const shift = beginShift(shiftMs)
  const done: Record<string, unknown> = {}
  const failed: string[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      done[name] = await job(now, shift)
    } catch (error) {
      logFailure(`${room}.tend ${name}`, error)
      failed.push(name)
    }
  }
  return { ...done, failed }
}
