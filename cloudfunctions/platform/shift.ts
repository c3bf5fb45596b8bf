/** How long one run of a timer goes on: what is left then waits for the next, and is not cut off by the function's limit. */
export interface Shift {
  isOver(): boolean
}

export function beginShift(durationMs: number): Shift {
  // The monotonic clock: a function's wall clock may be set.
  const until = performance.now() + durationMs
  return { isOver: () => performance.now() >= until }
}
