import { createHash } from 'node:crypto'
import { type AuditRecord, checkEnd, checkFrom, START } from '@domain/access/chain'
import type { Dump } from './readLedger'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** What is wrong with the record of the back office, a line each; and how many records hold. */
export function auditChain(dump: Dump): { records: number; broken: string[] } {
  const records = dump('access_audit') as AuditRecord[]
  records.sort((a, b) => a.number - b.number)
  const noted = dump('access_turns') as { _id: string; version: number; hash: string }[]
  const end = noted.find(({ _id }) => _id === 'chain')
  const { head, broken } = checkFrom(START, records, hash)
  const found = broken ?? (end ? checkEnd(head, { number: end.version, hash: end.hash }) : null)
  return { records: head.number, broken: found ? [`  record ${found.number}: ${found.why}`] : [] }
}
