import type { ErrorCode } from '@domain/kernel/errors'

interface CallRecord {
  procedure: string
  requestId: string
  durationMs: number
  code?: ErrorCode
  error?: unknown
}

/** One line a call for the cloud console: what, how long, how it ended. Never an input, a name or an openid. */
export function logCall({ error, ...record }: CallRecord): void {
  const isOurs = record.code === 'INTERNAL'
  console.log(
    JSON.stringify({ ...record, ...(isOurs && error instanceof Error ? { stack: stackOf(error) } : {}) }),
  )
}

/** Where it happened without the message, which may quote data. */
function stackOf(error: Error): string {
  return `${error.name}\n${(error.stack ?? '')
    .split('\n')
    .filter(row => row.trimStart().startsWith('at '))
    .join('\n')}`
}
