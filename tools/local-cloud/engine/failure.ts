/** An answer of the database that is an error: `code` is what the SDK maps to errCode, `message` what it shows. */
export class DatabaseFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseFailure'
  }
}

/** The SDK turns INVALID_PARAM into -501007. */
export const invalidParameter = (reason: string): DatabaseFailure =>
  new DatabaseFailure('INVALID_PARAM', `[InvalidParameter] ${reason}`)

/** -502005. Nothing creates a collection on the way. */
export const collectionMissing = (name: string): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  )

/** -502001 with the server's own E11000. */
export const duplicateKey = (collection: string, index: string, key: string): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

/** -502001: the statement reached the database and was refused there. */
export const requestFailed = (reason: string): DatabaseFailure =>
  new DatabaseFailure('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)

export const transactionConflict = (): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const transactionMissing = (): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )
