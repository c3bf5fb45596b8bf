import { type ErrorCode, type ErrorKind, type ErrorReply, errorReply } from '@domain/kernel/errors'

/** What the phone itself can run into, beside the catalogue of the cloud. */
export type ApiErrorCode = ErrorCode | 'NETWORK_UNREACHABLE' | 'UPLOAD_FAILED'

const ownWords = {
  NETWORK_UNREACHABLE: '没能连上，看看网络，再试一次',
  UPLOAD_FAILED: '图片没有传上去，看看网络，再试一次',
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

/** The answer that never came, as the reply it would have been: whatever was sent may be sent again. */
export function ownReply(code: keyof typeof ownWords, requestId: string) {
  return { code, kind: 'retry' as const, message: ownWords[code], requestId }
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
  return error instanceof ApiError ? error : new ApiError(errorReply('INTERNAL', requestId))
}
