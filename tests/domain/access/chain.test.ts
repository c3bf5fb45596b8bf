import { createHash } from 'node:crypto'
import { type AuditRecord, checkEnd, checkFrom, START, sealAfter, type Unsealed } from '@domain/access/chain'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const entry = (name: string): Unsealed => ({
  at: 1_700_000_000_000,
  on: '2026-11-24',
  by: 'VC016418',
  action: 'access.grantRole',
  room: 'access',
  subject: `identity_employees/${name}`,
  before: '{}',
  after: '{"granted":true}',
})

const chain = sealAfter(START, ['a', 'b', 'c', 'd'].map(entry), hash)
const broken = (records: readonly AuditRecord[]) => checkFrom(START, records, hash).broken

test('holds from the first record to the last, and goes on from any', () => {
  expect(broken(chain)).toBeNull()
  const [, second, ...rest] = chain
  expect(checkFrom(second as AuditRecord, rest, hash)).toEqual({
    head: { number: 4, hash: chain[3]?.hash },
    broken: null,
  })
  expect(sealAfter(chain[3] as AuditRecord, [entry('e')], hash)[0]).toMatchObject({
    number: 5,
    previous: chain[3]?.hash,
  })
})

const fields = ['at', 'on', 'by', 'action', 'room', 'subject', 'before', 'after'] as const

test.each(fields)('finds an altered %s', field => {
  const altered = chain.map(one => (one.number === 3 ? { ...one, [field]: field === 'at' ? 1 : 'x' } : one))
  expect(broken(altered)).toEqual({ number: 3, why: 'altered' })
})

test('finds an altered record also when it was given its own hash anew', () => {
  const [second] = sealAfter(chain[0] as AuditRecord, [{ ...entry('b'), by: 'VC000000' }], hash)
  expect(broken([chain[0], second, chain[2], chain[3]] as AuditRecord[])).toEqual({ number: 3, why: 'moved' })
})

test('finds what was deleted, inserted or put in another order', () => {
  const [a, b, c, d] = chain as [AuditRecord, AuditRecord, AuditRecord, AuditRecord]
  expect(broken([a, c, d])).toEqual({ number: 2, why: 'missing' })
  expect(broken([a, c, b, d])).toEqual({ number: 2, why: 'missing' })
  expect(broken([a, { ...c, number: 2 }, { ...b, number: 3 }, d])).toEqual({ number: 2, why: 'altered' })
  const [forged] = sealAfter(a, [entry('forged')], hash)
  expect(broken([a, forged as AuditRecord, { ...b, number: 3 }, d])).toEqual({ number: 3, why: 'altered' })
})

test('misses records that were cut off the end, or a chain that was made anew', () => {
  const end = { number: 4, hash: chain[3]?.hash ?? '' }
  expect(checkEnd(end, end)).toBeNull()
  expect(checkEnd({ number: 3, hash: chain[2]?.hash ?? '' }, end)).toEqual({ number: 4, why: 'missing' })
  expect(checkEnd({ number: 4, hash: 'f'.repeat(64) }, end)).toEqual({ number: 4, why: 'altered' })
})
