/**
 * Keeps an answer in this instance's memory for a while, for data that changes a few times a year and is read by
 * every call. Concurrent callers share one read; a failed read is not kept.
 */
export function remember<T>(durationMs: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | null = null
  return () => {
    // The monotonic clock: a function's wall clock may be set, and memory must still grow old.
    const now = performance.now()
    if (!kept || now >= kept.until) {
      const value = read()
      kept = { value, until: now + durationMs }
      value.catch(() => {
        kept = null
      })
    }
    return kept.value
  }
}
