import { errorCodeOf, isDuplicate, refusingDuplicates } from '@platform/databaseErrors'

const sdkError = (fields: object) => Object.assign(new Error('failed'), fields)

test.each([
  ['a rate limit of the database', sdkError({ errCode: -501_003 }), 'TOO_BUSY'],
  ['a rate limit of the account', sdkError({ errCode: -501_004 }), 'TOO_BUSY'],
  ['a conflict of transactions', sdkError({ code: 'DATABASE_TRANSACTION_CONFLICT' }), 'TOO_BUSY'],
  ['a request that failed', sdkError({ errCode: -502_001 }), 'DATABASE_UNAVAILABLE'],
  ['a connection that broke', sdkError({ code: 'ECONNRESET' }), 'DATABASE_UNAVAILABLE'],
  ['a call that was wrong in itself', sdkError({ code: 'ERR_INVALID_ARG_TYPE' }), 'INTERNAL'],
  ['whatever the house did itself', new TypeError('undefined is no function'), 'INTERNAL'],
])('%s is told as it is', (_, error, code) => {
  expect(errorCodeOf(error)).toBe(code)
})

test.each([
  ['by its code', sdkError({ code: 'DATABASE_DUPLICATE_WRITE', errCode: -502_001 })],
  ['by what MongoDB says', sdkError({ errCode: -502_001, message: 'E11000 duplicate key error' })],
])('a taken key is known %s', async (_, error) => {
  expect(isDuplicate(error)).toBe(true)
  const refused = refusingDuplicates('IDENTITY_ALREADY_REGISTERED', () => Promise.reject(error))
  await expect(refused).rejects.toMatchObject({ code: 'IDENTITY_ALREADY_REGISTERED' })
})

test('another failure stays what it is', async () => {
  const error = sdkError({ errCode: -502_001 })
  expect(isDuplicate(error)).toBe(false)
  await expect(refusingDuplicates('INTERNAL', () => Promise.reject(error))).rejects.toBe(error)
})
