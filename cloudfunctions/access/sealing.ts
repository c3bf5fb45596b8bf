import { createHash } from 'node:crypto'
import { type Head, START, sealAfter, type Unsealed } from '@domain/access/chain'
import { concernedIn } from '@domain/access/recordWords'
import { dayOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import { type KeptAudit, noteSealed, orderedJson, unsealedAudits } from '@platform/receipts'
import type { Shift } from '@platform/shift'
import { type AuditDocument, audits, turns } from './store'

const BLOCK = 200
const NUMBER_DIGITS = 12
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export const idOfNumber = (number: number) => String(number).padStart(NUMBER_DIGITS, '0')

/** Where the chain ends now. One request. */
export async function headOf(): Promise<Head> {
  const [last] = await audits.find({ where: { _id: _.gte('') }, orderBy: [['_id', 'desc']], limit: 1 })
  return last ?? START
}

/**
 * Seals the entries that commands have left into the chain; a timer calls it. The number is the id, so that of two
 * that append at once one meets the id and appends nothing. Who dies between sealing and noting has entries sealed that
 * still count as unsealed: they are found by their source and only noted.
 */
export async function sealAudits(_now: number, shift: Shift): Promise<{ sealed: number } & Partial<Head>> {
  let sealed = 0
  while (!shift.isOver()) {
    const block = await unsealedAudits(BLOCK)
    if (block.length === 0) break
    sealed += await sealBlock(block)
  }
  const { number, hash } = await headOf()
  if (sealed > 0) await noteEnd({ number, hash })
  return { sealed, number, hash }
}

const END = 'chain'

/** Where the chain was last known to end, noted apart from it: records cut off its end are missed. One request. */
export async function knownEnd(): Promise<Head> {
  const noted = await turns.get(END)
  return noted ? { number: noted.version, hash: noted.hash ?? '' } : START
}

async function noteEnd({ number, hash }: Head): Promise<void> {
  const noted = await turns.updateWhere({ _id: END, version: _.lt(number) }, { version: number, hash })
  if (noted > 0 || (await turns.get(END))) return
  await turns.put({ _id: END, version: number, hash })
}

async function sealBlock(block: readonly KeptAudit[]): Promise<number> {
  const sourceIds = block.map(({ sourceId }) => sourceId)
  const there = await audits.find({
    where: { sourceId: _.in(sourceIds) },
    limit: BLOCK,
    fields: ['sourceId'],
  })
  const known = new Set(there.map(({ sourceId }) => sourceId))
  const fresh = block.filter(({ sourceId }) => !known.has(sourceId))
  const records = sealAfter(await headOf(), fresh.map(unsealedOf), hashOf)
  const documents = records.map(
    (record, place): AuditDocument => ({
      _id: idOfNumber(record.number),
      sourceId: fresh[place]?.sourceId ?? '',
      people: concernedIn(record),
      ...record,
    }),
  )
  try {
    if (documents.length > 0) await audits.insertMany(documents)
  } catch (error) {
    // Somebody else appended meanwhile; the next run looks again.
    if (isDuplicate(error)) return 0
    throw error
  }
  await noteSealed(sourceIds)
  return documents.length
}

function unsealedOf({ at, by, procedure, subject, before, after }: KeptAudit): Unsealed {
  return {
    at,
    on: dayOf(at),
    by,
    action: procedure,
    room: procedure.split('.')[0] || (subject.split('_')[0] ?? ''),
    subject,
    before: orderedJson(before),
    after: orderedJson(after),
  }
}
