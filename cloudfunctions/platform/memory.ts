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

/** An instance that has kept more than this forgets all. */
const KEPT_MAX = 20_000

/**
 * As `remember`, for one answer a key: `read` is asked for those keys alone that are not known, and may leave out some.
 */
export function rememberEach<T>(
  durationMs: number,
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, T>> {
  const kept = new Map<string, { value: T | undefined; until: number }>()
  return async keys => {
    const now = performance.now()
    if (kept.size > KEPT_MAX) kept.clear()
    const unknown = [...new Set(keys)].filter(key => (kept.get(key)?.until ?? 0) <= now)
    if (unknown.length > 0) {
      const found = await read(unknown)
      for (const key of unknown) kept.set(key, { value: found.get(key), until: now + durationMs })
    }
    return new Map(
      keys.flatMap(key => {
        const value = kept.get(key)?.value
        return value === undefined ? [] : [[key, value] as const]
      }),
    )
  }
}
