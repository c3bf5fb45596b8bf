import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Ledger } from '@domain/coin/audit'
import { rulesFromStored, type StoredRules } from '@domain/coin/ruling'
import { buildFunctions } from '../build/functions'
import { MANIFEST_FILE, Manifest } from '../build/manifest'
import { holdFolder } from '../local-cloud/dataFolder'
import { openEngine } from '../local-cloud/engine'
import { Seeding } from '../local-cloud/seeding'
import { auditChain } from './chain'
import { auditHeld } from './deposits'
import { linesOfOrders } from './orders'
import { auditSessions } from './seats'
import { auditShelves } from './shelves'
import { linesOfSources } from './sources'

const ROOT = path.resolve(__dirname, '../..')

export type Dump = (collection: string) => readonly unknown[]

/** What the books are made of. */
const AUDITED = [
  ...['coin_entries', 'coin_accounts', 'coin_rules', 'identity_deletions', 'forum_posts', 'forum_comments'],
  ...['mall_products', 'mall_orders', 'mall_journal', 'booking_sessions', 'booking_places'],
  ...['access_audit', 'access_turns'],
]

/**
 * The ledger of a local cloud that listens at `url`, all of it as it was at one moment, whatever people do meanwhile; null
 * when none listens.
 */
export async function readFromCloud(url: string): Promise<Books | null> {
  const listening = await fetch(`${url}/local/clock`).then(
    reply => reply.ok,
    () => false,
  )
  if (!listening) return null
  const reply = await fetch(`${url}/local/dump?of=${AUDITED.join()}`)
  if (!reply.ok) throw new Error(`${url} does not show its data: HTTP ${reply.status}`)
  const taken = new Map(Object.entries((await reply.json()) as Record<string, unknown[]>))
  return ledgerFrom(collection => {
    const documents = taken.get(collection)
    if (!documents) throw new Error(`${collection} was not asked for`)
    return documents
  })
}

/**
 * The ledger in the data folder of a local cloud that is not running: one process owns a folder. One that was seeded with
 * nothing, and where no cloud has run since, is an empty ledger.
 * @throws Error when there is no such folder, or it is in use
 */
export async function readFromFolder(dataDir: string): Promise<Books> {
  const dir = path.join(dataDir, 'database')
  if (!existsSync(dir)) {
    if (new Seeding(dataDir, dir).isDone()) return ledgerFrom(() => [])
    throw new Error(`There is no data in ${dataDir}, and no local cloud is running`)
  }
  await buildFunctions()
  const manifest = await readFile(path.join(ROOT, 'dist/cloudfunctions', MANIFEST_FILE), 'utf8')
  const { collections } = Manifest.parse(JSON.parse(manifest))
  const held = holdFolder(dataDir, 'npm run audit')
  const engine = await openEngine({ dir, collections, now: Date.now })
  try {
    return ledgerFrom(collection => engine.dump(collection))
  } finally {
    await engine.close()
    held.release()
  }
}

/** A person whose entries are on their way to a pseudonym. */
interface Running {
  _id: string
  pseudonym: string | null
}

/** Entries that have a pseudonym already and those that still have a number are one person's. */
function asOne<T>(documents: readonly T[], running: readonly Running[]): readonly T[] {
  if (running.length === 0) return documents
  const text = running.reduce(
    (all, { _id, pseudonym }) => all.replaceAll(_id, pseudonym ?? _id),
    JSON.stringify(documents),
  )
  return JSON.parse(text) as T[]
}

/** The ledger of coins, and what is wrong with what earned them, with the shelves and the orders of the mall and with the deposits and seats of bookings. */
export interface Books extends Ledger {
  sources: string[]
  shelves: string[]
  orders: string[]
  deposits: string[]
  seats: string[]
  /** The record of the back office: how many hold, and the first that doesn't. */
  chain: { records: number; broken: string[] }
}

function ledgerFrom(dump: Dump): Books {
  const running = (dump('identity_deletions') as Running[]).filter(({ pseudonym }) => pseudonym !== null)
  const dumpAsOne: Dump = name => asOne(dump(name), running)
  const entries = asOne(dump('coin_entries') as Ledger['entries'][number][], running)
  return {
    sources: linesOfSources(dump, entries),
    shelves: auditShelves(dump),
    orders: linesOfOrders(dump, entries),
    deposits: auditHeld(dumpAsOne, entries),
    seats: auditSessions(dumpAsOne),
    chain: auditChain(dump),
    entries,
    accounts: asOne(dump('coin_accounts') as Ledger['accounts'][number][], running),
    rules: (dump('coin_rules') as StoredRules[]).map(rulesFromStored),
  }
}
