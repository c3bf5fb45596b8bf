import type { Room } from '@domain/contracts'
import type { ErrorReply } from '@domain/kernel/errors'
import { onlineManager } from '@tanstack/react-query'
import { type ApiErrorCode, ownReply } from './error'

/** What goes to a cloud function. */
export interface CallRequest {
  room: Room
  procedure: string
  input: unknown
  requestId: string
}

/** What comes back, failures of the way included. */
export type CallReply =
  | { ok: true; data: unknown }
  | { ok: false; error: Omit<ErrorReply, 'code'> & { code: ApiErrorCode } }

const TIMEOUT_MS = 15_000
/** A phone that knows it is off line tries all the same, since it may be mistaken, but keeps nobody waiting. */
const OFFLINE_TIMEOUT_MS = 2_000

function isReply(value: unknown): value is CallReply {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'
}

/** The same failure for everything that isn't an answer of ours: a proxy's page, a broken connection. */
export function readReply(value: unknown, requestId: string): CallReply {
  return isReply(value) ? value : unreachable(requestId)
}

export function unreachable(requestId: string): CallReply {
  return { ok: false, error: ownReply('NETWORK_UNREACHABLE', requestId) }
}

/** Waits 15 s for a reply, 2 s off line. A late one is dropped: the same requestId will fetch its result. */
export function withinTimeout(reply: Promise<CallReply>, requestId: string): Promise<CallReply> {
  return new Promise(resolve => {
    const timer = onlineManager.isOnline()
      ? setTimeout(() => resolve({ ok: false, error: ownReply('FUNCTION_TIMED_OUT', requestId) }), TIMEOUT_MS)
      : setTimeout(() => resolve(unreachable(requestId)), OFFLINE_TIMEOUT_MS)
    void reply.then(value => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
