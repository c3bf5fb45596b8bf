import { type ErrorCode, Refusal } from '@domain/kernel/errors'
import { codesOf } from './databaseErrors'
import { BrokenPromise } from './promise'

/** Who asked: a person by a procedure, the scheduler by a timer, WeChat by an event. */
type Occasion = { procedure: string; requestId: string } | { timer: string } | { event: string }

interface Outcome {
  durationMs: number
  databaseRequests: number
  /** `OK`, or the code of what stopped it. */
  code: ErrorCode | 'OK'
  error?: unknown
  /** What each job of a timer did. */
  data?: unknown
}

/**
 * One line an invocation for the cloud console: what, how long, how many database requests, how it ended. Never an input,
 * a name or an openid. docs/operations.md says how to look for it.
 */
export function logInvocation({ error, ...record }: Occasion & Outcome): void {
  const isOurs = record.code === 'INTERNAL'
  console.log(
    JSON.stringify({
      ...record,
      ...(error instanceof Refusal ? {} : codesOf(error)),
      ...(error instanceof BrokenPromise ? { brokenFields: error.fields } : {}),
      ...(isOurs && error instanceof Error ? { stack: stackOf(error) } : {}),
    }),
  )
}

/**
 * One line for a call to WeChat or a part of a timer's work that failed: which one and with which code. A permission
 * that `config.json` lacks (-604101) would otherwise look like an outage.
 */
export function logFailure(api: string, error: unknown): void {
  console.log(JSON.stringify({ api, ...codesOf(error) }))
}

/** Where it happened without the message, which may quote data. */
function stackOf(error: Error): string {
  return `${error.name}\n${(error.stack ?? '')
    .split('\n')
    .filter(row => row.trimStart().startsWith('at '))
    .join('\n')}`
}
