import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { audit } from '@domain/coin/audit'
import { type Entry, earnedBy } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import type { JournalEntry } from '@domain/mall/journal'
import { auditOrders } from '@domain/mall/orderAudit'
import { auditStock } from '@domain/mall/stockAudit'
import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import type { OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import { ABANDONED_TRANSACTION_MS, startTestCloud } from '../support/localCloud'
import { runAudit } from './auditCommand'
import { CloudProcess } from './cloudProcess'
import { planOf } from './plan'
import { isUnreachable, type Outcomes, play } from './player'
import { ledgerWorld } from './world'

const SEED = Number(process.env.LEDGER_SEED ?? 20_260_302)
/** Fewer, to look at something while it is mended: `LEDGER_COMMANDS=1500`. */
const COMMANDS = Number(process.env.LEDGER_COMMANDS ?? 10_000)
const PEOPLE = 30
const CONCURRENCY = 12
const STARTS_AT = Date.parse('2026-03-02T06:00:00+08:00')
const CLOCK_STEP_COMMANDS = 50
/** So that a run crosses five days, their Happy Hours and their caps, however many commands it has. */
const CLOCK_STEP_MINUTES = Math.round((5 * DAY_MS * CLOCK_STEP_COMMANDS) / COMMANDS / MINUTE_MS)
const WORKER_KILL_COMMANDS = 150
const PATIENCE_MS = 90_000
const COUNTING_RUNS_MAX = 60
const RUN_MS = 1_800_000
/** Later than every command of the longest run. */
const COUNTED_AFTER_MS = 365 * DAY_MS
const ROOT = path.resolve(__dirname, '../..')

interface Books {
  entries: Entry[]
  accounts: Account[]
}

/** Memory where the machine offers it: a killed process loses nothing there either, and no disk is worn out. */
const dataRoot = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let dataDir: string
let cloud: CloudProcess
let outcomes: Outcomes

beforeAll(async () => {
  console.log(`LEDGER_SEED=${SEED} LEDGER_COMMANDS=${COMMANDS}`)
  dataDir = await mkdtemp(path.join(dataRoot, 'wo-ledger-'))
  const cradle = await startTestCloud({ dataDir })
  const officers = await ledgerWorld(cradle.engine, PEOPLE)
  await cradle.close()
  cloud = new CloudProcess({
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    abandonedTransactionMs: ABANDONED_TRANSACTION_MS,
  })
  await cloud.start()
  await setConditions(0)
  outcomes = await play(planOf({ seed: SEED, commands: COMMANDS, people: PEOPLE }), {
    call: (...args) => cloud.doors.call(...args),
    officers,
    concurrency: CONCURRENCY,
    before: disturb,
    patienceMs: PATIENCE_MS,
  })
}, RUN_MS)
afterAll(async () => {
  await cloud.kill()
  await rm(dataDir, { recursive: true, force: true })
})

/** What happens to the cloud while people go on, by the number of the command that is about to be sent. */
async function disturb(number: number): Promise<void> {
  if (number > 0 && number % Math.floor(COMMANDS / 3) === 0 && number < COMMANDS - 1) {
    await cloud.kill()
    await cloud.start()
    await setConditions(number)
  } else if (number % CLOCK_STEP_COMMANDS === 0) {
    await whileAlive(() => setClock(number))
  }
  if (number % WORKER_KILL_COMMANDS === WORKER_KILL_COMMANDS - 1) await whileAlive(() => killWorkers(number))
}

/** The doors are closed while the process is dead; whoever starts it again sets its conditions. */
async function whileAlive(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!isUnreachable(error)) throw error
  }
}

function setClock(number: number): Promise<void> {
  const minutes = (number / CLOCK_STEP_COMMANDS) * CLOCK_STEP_MINUTES
  return cloud.doors.clock(new Date(STARTS_AT + minutes * MINUTE_MS).toISOString())
}

async function setConditions(number: number): Promise<void> {
  const { fault } = cloud.doors
  const commit = 'database.commitTransaction'
  await setClock(number - (number % CLOCK_STEP_COMMANDS))
  await fault({ database: { action: commit, mode: 'conflict', rate: 0.02, seed: SEED + number } })
  await fault({ database: { action: commit, mode: 'drop', rate: 0.005, seed: SEED + number + 1 } })
  await fault({
    database: { collection: 'coin_accounts', mode: 'conflict', rate: 0.01, seed: SEED + number + 2 },
  })
  await fault({
    database: { collection: 'coin_entries', mode: 'fail', rate: 0.005, seed: SEED + number + 3 },
  })
  // Longer than a function may run.
  await fault({ database: { action: 'database.startTransaction', mode: 'slow', slowMs: 11_000, after: 20 } })
}

/** At another of their requests each time, before it is executed or before it is answered. */
async function killWorkers(number: number): Promise<void> {
  const turn = Math.floor(number / WORKER_KILL_COMMANDS)
  const when = turn % 2 === 0 ? ('before' as const) : ('after' as const)
  for (const name of ['forum', 'mall', 'coin'])
    await cloud.doors.fault({ function: { name, mode: 'kill', after: 2 + (turn % 10), when } })
}

test('every command got one final answer, whatever happened on its way', () => {
  console.log(`${outcomes.sent} sent, ${outcomes.done.size} done, ${outcomes.skipped} without a target`, [
    ...outcomes.refused,
  ])
  expect(outcomes.contradictions).toEqual([])
  expect(outcomes.done.size).toBeGreaterThan(COMMANDS * 0.7)
  expect(cloud.complaints).toEqual([])
})

test('every acknowledged post, comment and order is there once, and no other', async () => {
  const done = [...outcomes.done.values()]
  const idsOf = async (collection: string) =>
    (await cloud.doors.dump<{ _id: string }>(collection)).map(({ _id }) => _id)
  const expected = (ids: (string | undefined)[]) => [...new Set(ids.filter(id => id !== undefined))].sort()
  expect(await idsOf('forum_posts')).toEqual(expected(done.map(made => made.postId)))
  expect(await idsOf('forum_comments')).toEqual(expected(done.map(made => made.comment?.commentId)))
  expect(await idsOf('mall_orders')).toEqual(expected(done.map(made => made.orderId)))
})

test('what each author was told to have earned is what the ledger says', async () => {
  const entries = new Map((await cloud.doors.dump<Entry>('coin_entries')).map(entry => [entry._id, entry]))
  for (const { postId, comment, earned } of outcomes.done.values()) {
    const id = postId ? `forum.post:${postId}` : `forum.comment:${comment?.commentId}`
    const entry = entries.get(id)
    if (earned) expect([id, entry ? earnedBy(entry) : 0]).toEqual([id, earned.amount])
  }
})

/** A run of the timer goes on for some seconds, and may die by what was ordered earlier: it comes by until nothing is left. */
async function countAll(): Promise<void> {
  for (let run = 0; run < COUNTING_RUNS_MAX; run += 1) {
    const { data } = (await cloud.doors.timer('forum', 'tend')) as { data?: { data: { counted: number } } }
    if (data?.data.counted === 0 && (await likesDue()) === 0) return
  }
  throw new Error('The timer never comes to an end')
}

/** How many standing posts have likes that their authors were not paid for. */
async function likesDue(): Promise<number> {
  const posts = await cloud.doors.dump<PostDocument>('forum_posts')
  return posts.filter(({ state, esteemDue }) => state === 'live' && esteemDue).length
}

test('the counters of every post are exact', async () => {
  // What a killed process has committed and not counted, the timer counts.
  await cloud.doors.clock(new Date(STARTS_AT + COUNTED_AFTER_MS).toISOString())
  await countAll()
  const posts = await cloud.doors.dump<PostDocument>('forum_posts')
  const comments = await cloud.doors.dump<CommentDocument>('forum_comments')
  const written = countBy(comments)
  const withdrawn = countBy(comments.filter(({ state }) => state !== 'live'))
  for (const { _id, ...post } of posts) {
    const counted = {
      likes: new Set(post.likers).size,
      written: written.get(_id) ?? 0,
      withdrawn: withdrawn.get(_id) ?? 0,
    }
    expect([_id, post]).toEqual([_id, expect.objectContaining(counted)])
  }
})

test('whoever took something back has returned what it earned, and has it again where it came back', async () => {
  const entries = new Set((await cloud.doors.dump<Entry>('coin_entries')).map(entry => entry._id))
  const posts = await cloud.doors.dump<{ _id: string; state: string }>('forum_posts')
  for (const { _id, state } of posts.filter(post => entries.has(`forum.post:${post._id}`))) {
    const [taken, returned, takenAgain] = ['reversed', 'restored', 'reversed.again'].map(kind =>
      Number(entries.has(`forum.post.${kind}:${_id}`)),
    ) as [number, number, number]
    expect([_id, taken - returned + takenAgain]).toEqual([_id, state === 'live' ? 0 : 1])
  }
})

test('every piece is on the shelf, held or in an order', async () => {
  const orders = await cloud.doors.dump<OrderDocument>('mall_orders')
  const products = await cloud.doors.dump<ProductDocument>('mall_products')
  const journal = await cloud.doors.dump<JournalEntry>('mall_journal')
  expect(orders.some(({ state }) => state === 'cancelled')).toBe(true)
  for (const product of products)
    expect([product._id, auditStock(product, orders, journal)]).toEqual([product._id, []])
  expect(auditOrders(orders, await cloud.doors.dump<Entry>('coin_entries'))).toEqual([])
})

test(
  'the auditor finds nothing: sum zero, nothing negative, no source paid twice; also after a last kill',
  async () => {
    expect(await likesDue()).toBe(0)
    const books: Books = {
      entries: await cloud.doors.dump('coin_entries'),
      accounts: await cloud.doors.dump('coin_accounts'),
    }
    const report = audit(books)
    expect(report.findings).toEqual([])
    expect(report.sum).toBe(0)
    expect(new Set(books.entries.map(entry => entry.kind))).toEqual(
      new Set(['earn', 'spend', 'refund', 'reverse', 'restore', 'give', 'take']),
    )
    expect(books.entries.some(entry => entry.hand?.checkedById)).toBe(true)
    expect(books.entries.some(entry => entry.earning?.multiplier === 2)).toBe(true)
    expect(books.entries.some(entry => entry.reason === 'forum.liked')).toBe(true)
    await cloud.kill()
    const { code, output } = await runAudit('--data', dataDir)
    console.log(output)
    expect([code, output]).toEqual([0, expect.stringContaining(`${report.entries} entries`)])
  },
  RUN_MS,
)

function countBy(documents: readonly { postId: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { postId } of documents) counts.set(postId, (counts.get(postId) ?? 0) + 1)
  return counts
}
