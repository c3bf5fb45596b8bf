import type { CallReply } from './localCloud'

const AGAIN_MS_MAX = 40_000

/** As a phone does it: what may be tried again is, until a killed transaction's locks are gone. */
export async function again<T>(call: () => Promise<CallReply<T>>): Promise<CallReply<T>> {
  const deadlineMs = performance.now() + AGAIN_MS_MAX
  for (;;) {
    const reply = await call()
    const isOver = reply.ok || reply.error.kind !== 'retry'
    if (isOver || performance.now() > deadlineMs) return reply
  }
}
