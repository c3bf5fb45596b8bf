import { createHash, randomUUID } from 'node:crypto'
import { type ErrorCode, Refusal } from '@domain/kernel/errors'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { ulid } from 'ulid'
import { _ } from './cloud'
import { collection, type Document } from './collection'
import { isDuplicate } from './databaseErrors'
import type { Transaction } from './transaction'

/** Who changed what in the back office: kept with the result of the command that did it. */
export interface AuditEntry {
  by: string
  /** `<collection>/<id>` */
  subject: string
  before: unknown
  after: unknown
}

/**
 * A command leaves `<caller>.<requestId>.done`, written inside the transaction with the result: its unique id is the
 * fence that lets only one of several executions commit, and ties the id to one procedure and input. A retry runs
 * until that fence, or until a rule that the first execution has made refuse it, and is answered with the first result.
 *
 * A command that earns or reserves leaves a second document before anything happens: see `receptions.ts`.
 */
export interface ReceiptDocument extends Document {
  at: Instant
  procedure: string
  inputHash: string
  expiresAt: Instant
  /** Only in first documents: the last execution was refused for good, so that the next reception is a first one. */
  refused?: boolean
  /** Only in `.done` documents; JSON, because a field of a result may be named in a way that the database refuses. */
  result?: string
  /** Which execution has committed it. */
  execution?: string
  /** The command may not commit any more, because what it had reserved was given back: this is its answer for good. */
  refusal?: ErrorCode
  audit?: AuditEntry
  /** Has an audit entry that the chain does not hold yet; see `unsealedAudits`. */
  unsealed?: boolean
}

export const receipts = collection<ReceiptDocument>('platform_receipts')

/** How long a retry still finds its first result. Audit entries stay. */
export const RECEIPT_LIFE_MS = 7 * DAY_MS

export interface Receipt {
  id: string
  /** When the command was first received; retries keep it. */
  receivedAt: Instant
  /** The first result, when the command has been done already. */
  done: { result: unknown } | null
  /** What the id is tied to. */
  tie: Tie
  /** Tells this execution from others of the same command. */
  execution: string
}

type Tie = Pick<ReceiptDocument, 'procedure' | 'inputHash'>

export interface Reception {
  /** Whose the command is: see `execute`. */
  caller: string
  requestId: string
  procedure: string
  input: unknown
  now: Instant
}

/** A reception that nothing is written of: every execution goes by its own time. No request. */
export function unrecorded({ caller, requestId, procedure, input, now }: Reception): Receipt {
  const tie = { procedure, inputHash: hashOf(input) }
  return { id: `${caller}.${requestId}`, receivedAt: now, done: null, tie, execution: randomUUID() }
}

/** Writes the result, once: a second transaction of the same command meets the id and aborts. */
export async function settle(
  tx: Transaction,
  receipt: Receipt,
  result: unknown,
  audit?: AuditEntry,
): Promise<void> {
  await receipts.in(tx).insert({
    _id: doneId(receipt.id),
    at: receipt.receivedAt,
    ...receipt.tie,
    expiresAt: audit ? Number.MAX_SAFE_INTEGER : receipt.receivedAt + RECEIPT_LIFE_MS,
    result: JSON.stringify(result ?? null),
    execution: receipt.execution,
    ...(audit ? { audit, unsealed: true } : {}),
  })
}

/**
 * Keeps an audit entry of a change that is made outside a command's own transaction, inside the caller's. `id` is of
 * what happens once only: a second entry under it aborts. One request.
 * @param procedure `identity.openPhone` where somebody's command did it; without, the record says that nobody's did
 */
export async function keepAudit(
  tx: Transaction,
  id: string,
  at: Instant,
  audit: AuditEntry,
  procedure = '',
): Promise<void> {
  await receipts.in(tx).insert(auditDocument(id, at, audit, procedure))
}

/**
 * The same for many changes that are written outside of transactions, again and again until they are whole: the first
 * entry under an id stays. Two requests, none for nothing; more where two write the same at once.
 */
export async function keepAudits(
  kept: readonly { id: string; audit: AuditEntry }[],
  at: Instant,
  procedure: string,
): Promise<void> {
  if (kept.length === 0) return
  const there = await receipts.find({
    where: { _id: _.in(kept.map(({ id }) => auditId(id))) },
    limit: kept.length,
    fields: ['_id'],
  })
  const known = new Set(there.map(({ _id }) => _id))
  const missing = kept.filter(({ id }) => !known.has(auditId(id)))
  if (missing.length === 0) return
  try {
    await receipts.insertMany(missing.map(({ id, audit }) => auditDocument(id, at, audit, procedure)))
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await keepAudits(missing, at, procedure)
  }
}

const auditId = (id: string) => `audit.${id}`

const auditDocument = (id: string, at: Instant, audit: AuditEntry, procedure: string): ReceiptDocument => ({
  ...{ _id: auditId(id), at, procedure, inputHash: '', expiresAt: Number.MAX_SAFE_INTEGER },
  ...{ audit, unsealed: true },
})

/** An audit entry with what it was written beside. */
export interface KeptAudit extends AuditEntry {
  sourceId: string
  at: Instant
  /** `union.decide`; empty where no command of somebody did it. */
  procedure: string
}

/**
 * The audit entries that no chain holds yet, the oldest first; all of them, or those that one procedure has left about
 * one subject. One request.
 */
export async function unsealedAudits(
  limit: number,
  about?: { subject: string; procedure: string },
): Promise<KeptAudit[]> {
  const found = await receipts.find({
    where: {
      unsealed: true,
      ...(about ? { 'audit.subject': about.subject, procedure: about.procedure } : {}),
    },
    orderBy: [['at', 'asc']],
    limit,
    fields: ['_id', 'at', 'procedure', 'audit'],
  })
  return found.flatMap(({ _id, at, procedure, audit }) =>
    audit ? [{ sourceId: _id, at, procedure, ...audit }] : [],
  )
}

/** Notes that a chain holds these entries now. One request. */
export async function noteSealed(sourceIds: readonly string[]): Promise<void> {
  await receipts.updateWhere({ _id: _.in([...sourceIds]) }, { unsealed: false })
}

/** JSON with the keys of each object in order: the same content is the same text, and has the same hash. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value ?? null, sortKeys)
}

/**
 * The result that the same command has had before, or that another execution of it committed meanwhile, if any.
 * @throws Refusal REQUEST_ID_REUSED when it was another command
 */
export async function findDone(receipt: Receipt): Promise<{ result: unknown } | null> {
  const done = await receipts.get(doneId(receipt.id))
  if (!done) return null
  if (!isTiedTo(done, receipt.tie)) throw new Refusal('REQUEST_ID_REUSED')
  return resultOf(done)
}

/** Whether this very execution has committed, where the database's answer to that got lost. One request. */
export async function hasCommitted({ id, execution }: Receipt): Promise<boolean> {
  return (await receipts.get(doneId(id)))?.execution === execution
}

/** Which of some commands have been done, by their receipts. One request, none for none. */
export async function doneAmong(receiptIds: readonly string[]): Promise<Set<string>> {
  if (receiptIds.length === 0) return new Set()
  const found = await receipts.find({
    where: { _id: _.in(receiptIds.map(doneId)) },
    limit: receiptIds.length,
    fields: ['_id', 'result'],
  })
  const done = new Set(found.flatMap(({ _id, result }) => (result === undefined ? [] : [_id])))
  return new Set(receiptIds.filter(id => done.has(doneId(id))))
}

/** A command that was voided is tied by its first document alone. */
export function isTiedTo({ procedure, inputHash }: Tie, tie: Tie): boolean {
  return procedure === '' || (procedure === tie.procedure && inputHash === tie.inputHash)
}

/**
 * Forbids a command that has not committed yet ever to commit; whoever repeats it is refused with `refusal`, the
 * first one that was given.
 * @returns whether it is forbidden now; false: it had been done before
 */
export async function voidReceipt(receiptId: string, now: Instant, refusal: ErrorCode): Promise<boolean> {
  try {
    await receipts.insert({
      _id: doneId(receiptId),
      at: now,
      procedure: '',
      inputHash: '',
      expiresAt: now + RECEIPT_LIFE_MS,
      refusal,
    })
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return (await receipts.get(doneId(receiptId)))?.refusal !== undefined
  }
}

/** Forgets receipts whose time is over; a timer calls it. */
export async function removeExpiredReceipts(now: Instant): Promise<number> {
  return receipts.removeWhere({ expiresAt: _.lt(now) })
}

/**
 * An id that a retry of the same command makes again: a ULID of the time of reception whose random part is the
 * SHA-256 of receipt and label. Ids made later sort later.
 */
export function idFor(receipt: Pick<Receipt, 'id' | 'receivedAt'>, label: string): string {
  const bytes = createHash('sha256').update(`${receipt.id}/${label}`).digest()
  let next = 0
  return ulid(receipt.receivedAt, () => (bytes[next++ % bytes.length] as number) / 256)
}

export function resultOf(done: ReceiptDocument): { result: unknown } {
  if (done.refusal) throw new Refusal(done.refusal)
  return { result: JSON.parse(done.result ?? 'null') }
}

export function doneId(receiptId: string): string {
  return `${receiptId}.done`
}

/** SHA-256 of the input with its keys in order, so that the same content has the same hash. */
function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
