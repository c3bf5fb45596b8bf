/** What a timer does anew each time, whether anything has moved since or not. */
const REFRESHED: ReadonlySet<string> = new Set([
  'counted',
  'departments',
  'topics',
  'topicPosts',
  'warmed',
  'days',
])

/** A place in a chain is no count of what was done. */
const NO_COUNT: ReadonlySet<string> = new Set(['number'])

/**
 * What a function printed without the lines of timers that found nothing to do: there are some every minute, and what a
 * developer looks for would drown in them. A timer that failed, or a part of it, is always told.
 */
export function withoutIdleTimers(printed: string): string {
  return printed
    .split('\n')
    .filter(line => !isIdleTimer(line))
    .join('\n')
}

function isIdleTimer(line: string): boolean {
  if (!line.startsWith('{"timer":')) return false
  try {
    const { code, data } = JSON.parse(line) as { code?: unknown; data?: unknown }
    return code === 'OK' && isNothing(data)
  } catch {
    // Only a part of the line has come.
    return false
  }
}

function isNothing(done: unknown): boolean {
  if (typeof done === 'number') return done === 0
  if (Array.isArray(done)) return done.length === 0
  if (typeof done !== 'object' || done === null) return done !== true
  return Object.entries(done).every(
    ([job, value]) => REFRESHED.has(job) || NO_COUNT.has(job) || isNothing(value),
  )
}
