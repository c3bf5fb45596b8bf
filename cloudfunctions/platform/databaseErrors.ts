import { type ErrorCode, Refusal } from '@domain/kernel/errors'

interface SdkError {
  code?: unknown
  errCode?: unknown
  errMsg?: unknown
  message?: unknown
}

function asSdkError(error: unknown): SdkError {
  return typeof error === 'object' && error !== null ? error : {}
}

function textOf(error: unknown): string {
  const { errMsg, message } = asSdkError(error)
  return `${String(errMsg ?? '')} ${String(message ?? '')}`
}

/**
 * Whether another transaction got in the way. At commit the SDK keeps the code; at an operation it drops it and
 * leaves errCode −501001 with the name in the message.
 */
export function isConflict(error: unknown): boolean {
  return (
    asSdkError(error).code === 'DATABASE_TRANSACTION_CONFLICT' || /Transaction_?Conflict/i.test(textOf(error))
  )
}

/**
 * Whether a document with that id, or another with the same unique key, is there already. The errCode says nothing:
 * −502001 stands for every request that failed.
 */
export function isDuplicate(error: unknown): boolean {
  return (
    asSdkError(error).code === 'DATABASE_DUPLICATE_WRITE' || /E11000|DUPLICATE_WRITE/i.test(textOf(error))
  )
}

/** Runs `work` and says `code` where a unique index says no. */
export async function refusingDuplicates<T>(code: ErrorCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isDuplicate(error) ? new Refusal(code) : error
  }
}

const RATE_LIMITED = [-501003, -501004]

/** Node's codes for calls that were wrong in themselves, such as ERR_INVALID_ARG_TYPE: those are the house's own. */
const OWN_MISTAKE = /^ERR_/

/** Whether the SDK or the network under it (ECONNRESET), not the house's own code, threw this. */
function isSdkError(error: unknown): boolean {
  const { code, errCode } = asSdkError(error)
  return typeof errCode === 'number' || (typeof code === 'string' && !OWN_MISTAKE.test(code))
}

const CODE_NAME = /^[A-Z][A-Z_]{2,60}$/

/** What may be printed of a failure below: its codes, never its text, which may hold data. */
export function codesOf(error: unknown): { errCode?: number; sdkCode?: string } {
  const { code, errCode } = asSdkError(error)
  return {
    ...(typeof errCode === 'number' ? { errCode } : {}),
    ...(typeof code === 'string' && CODE_NAME.test(code) ? { sdkCode: code } : {}),
  }
}

/** What a caller is told of a failure below: never its text, which may hold data. */
export function errorCodeOf(error: unknown): ErrorCode {
  const { errCode } = asSdkError(error)
  if (isConflict(error)) return 'TOO_BUSY'
  if (typeof errCode === 'number' && RATE_LIMITED.includes(errCode)) return 'TOO_BUSY'
  return isSdkError(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL'
}
