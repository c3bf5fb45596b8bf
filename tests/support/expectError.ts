import type { ErrorCode } from '@domain/kernel/errors'
import { originOf } from './provenance'

/** What a client reads of a refused call; successes have no `error`. */
type AnyReply = { ok: true; data: unknown } | { ok: false; error: { code: string; message: string } }

/**
 * Asserts that a procedure answered with one of its errors: this very reply must have come out of a call of it.
 *
 * Write procedure and code as literals: `expectError('forum.createPost', reply, 'FORUM_BOARD_CLOSED')`.
 * `tests/functions/platform/errorCodes.test.ts` reads them out of the test files and fails for each code of each
 * contract that no test produces.
 */
export function expectError(procedure: `${string}.${string}`, reply: AnyReply, code: ErrorCode): void {
  const answered = { procedure: originOf(reply), code: reply.ok ? 'no error' : reply.error.code }
  expect(answered).toEqual({ procedure, code })
}

/** The data of a successful reply; the test fails with the error's code otherwise. */
export function expectData<T>(reply: { ok: true; data: T } | { ok: false; error: { code: string } }): T {
  if (!reply.ok) throw new Error(`Expected data, got ${reply.error.code}`)
  return reply.data
}
