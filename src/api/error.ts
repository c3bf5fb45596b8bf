import type { ErrorCode, ErrorKind, ErrorReply } from '@domain/kernel/errors'
import { kernelErrors } from '@domain/kernel/kernelErrors'

/** What the phone itself can run into, beside the catalogue of the cloud. */
export type ApiErrorCode = ErrorCode | 'NETWORK_UNREACHABLE' | 'UPLOAD_FAILED'

const { FUNCTION_FAILED, FUNCTION_TIMED_OUT, INTERNAL } = kernelErrors

/** What the phone answers by itself, because nothing came that it could believe. */
const ownErrors = {
  NETWORK_UNREACHABLE: { kind: 'retry', zh: '没能连上，看看网络，再试一次' },
  UPLOAD_FAILED: { kind: 'retry', zh: '图片没有传上去，看看网络，再试一次' },
  ...{ FUNCTION_FAILED, FUNCTION_TIMED_OUT, INTERNAL },
} as const

/** Why a call gave no data. Pages switch on `kind`; `message` is for the person and says what to do next. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly kind: ErrorKind
  readonly requestId: string
  /** The inputs that are wrong, as paths: "title", "answers.0.answer". */
  readonly fields: readonly string[]
  /** From when the same would be taken, in ms by the server's clock. */
  readonly againAt: number | undefined

  constructor(reply: Omit<ErrorReply, 'code'> & { code: ApiErrorCode }) {
    super(reply.message)
    this.name = 'ApiError'
    this.code = reply.code
    this.kind = reply.kind
    this.requestId = reply.requestId
    this.fields = reply.fields ?? []
    this.againAt = reply.againAt
  }
}

/** The answer that never came, or was none of ours, as the reply it would have been. */
export function ownReply(code: keyof typeof ownErrors, requestId: string) {
  const { kind, zh } = ownErrors[code]
  return { code, kind, message: zh, requestId }
}

/**
 * Whether the cloud has refused for good: trying once more is then a new intention. After an error that may hide a
 * success, the same id asks for the first result.
 */
export function isFinal({ kind }: ApiError): boolean {
  return kind !== 'retry' && kind !== 'bug'
}

/** Any thrown thing as an ApiError; what is none of ours is a mistake of ours. */
export function apiErrorOf(error: unknown, requestId = ''): ApiError {
  return error instanceof ApiError ? error : new ApiError(ownReply('INTERNAL', requestId))
}
