import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Ledger } from '@domain/coin/audit'
import { rulesFromStored, type StoredRules } from '@domain/coin/ruling'
import { buildFunctions } from '../build/functions'
import { MANIFEST_FILE, Manifest } from '../build/manifest'
import { holdFolder } from '../local-cloud/dataFolder'
import { openEngine } from '../local-cloud/engine'
import { auditChain } from './chain'
import { auditHeld } from './deposits'
import { linesOfOrders } from './orders'
import { auditSessions } from './seats'
import { auditShelves } from './shelves'
import { linesOfSources } from './sources'

const ROOT = path.resolve(__dirname, '../..')

export type Dump = (collection: string) => Promise<unknown[]> | unknown[]

/** The ledger of a local cloud that listens at `url`; null when none does. */
export async function readFromCloud(url: string): Promise<Books | null> {
  const listening = await fetch(`${url}/local/clock`).then(
    reply => reply.ok,
    () => false,
  )
  if (!listening) return null
  return ledgerFrom(async collection => {
    const reply = await fetch(`${url}/local/dump/${collection}`)
    if (!reply.ok) throw new Error(`${url} does not show ${collection}: HTTP ${reply.status}`)
    return (await reply.json()) as unknown[]
  })
}

/**
 * The ledger in the data folder of a local cloud that is not running: one process owns a folder.
 * @throws Error when there is no such folder, or it is in use
 */
export async function readFromFolder(dataDir: string): Promise<Books> {
  const dir = path.join(dataDir, 'database')
  if (!existsSync(dir)) throw new Error(`There is no data in ${dataDir}, and no local cloud is running`)
  await buildFunctions()
  const manifest = await readFile(path.join(ROOT, 'dist/cloudfunctions', MANIFEST_FILE), 'utf8')
  const { collections } = Manifest.parse(JSON.parse(manifest))
  const held = holdFolder(dataDir, 'npm run audit')
  const engine = await openEngine({ dir, collections, now: Date.now })
  try {
    return await ledgerFrom(collection => engine.dump(collection))
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
function asOne<T>(documents: T[], running: readonly Running[]): T[] {
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

async function ledgerFrom(dump: Dump): Promise<Books> {
  const running = ((await dump('identity_deletions')) as Running[]).filter(
    ({ pseudonym }) => pseudonym !== null,
  )
  const dumpAsOne: Dump = async name => asOne(await dump(name), running)
  const entries = asOne((await dump('coin_entries')) as Ledger['entries'][number][], running)
  return {
    sources: await linesOfSources(dump, entries),
    shelves: await auditShelves(dump),
    orders: await linesOfOrders(dump, entries),
    deposits: await auditHeld(dumpAsOne, entries),
    seats: await auditSessions(dumpAsOne),
    chain: await auditChain(dump),
    entries,
    accounts: asOne((await dump('coin_accounts')) as Ledger['accounts'][number][], running),
    rules: ((await dump('coin_rules')) as StoredRules[]).map(rulesFromStored),
  }
}
