import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { MINUTE_MS } from '@domain/kernel/time'
import type { InvocationRecord } from '../../tools/local-cloud/state/invocations'
import { type FaultInput, startTestCloud } from '../support/localCloud'
import { type Command, planOf } from './plan'
import { play } from './player'
import { ledgerWorld } from './world'

const STARTS_AT = Date.parse('2026-03-02T06:00:00+08:00')
const PEOPLE = 8
/** All 10,000 take two times a quarter of an hour: `LEDGER_COMMANDS=10000`. */
const COMMANDS = Number(process.env.LEDGER_COMMANDS ?? 150)
/** The log keeps the last thousand calls. */
const LOGGED_COMMANDS = 100
const COPIES_MAX = 3
const PATIENCE_MS = 60_000
const RUNS_MS = 3_600_000

test('the same seed plans the same commands, another seed others', () => {
  const options = { seed: 7, commands: 2_000, people: 30 }
  expect(planOf(options)).toEqual(planOf(options))
  expect(planOf({ ...options, seed: 8 })).not.toEqual(planOf(options))
})

/**
 * What goes wrong around a command, by its number alone. Nothing is ordered by a rate: of copies sent at once nobody
 * knows which one a mishap meets, so that none may be left over for the next command.
 */
function mishapOf({ number, name }: Command): FaultInput {
  const [room] = name.split('.') as [string]
  switch (number % MISHAPS) {
    case 1:
      return { database: { action: 'database.commitTransaction', mode: 'conflict', times: 2 } }
    case 2:
      return { database: { action: 'database.commitTransaction', mode: 'drop' } }
    case 3:
      return { database: { collection: 'coin_accounts', mode: 'conflict' } }
    case 4:
      return { database: { collection: 'coin_entries', mode: 'fail' } }
    case KILL: {
      const turn = Math.floor(number / MISHAPS)
      const when = turn % 2 === 0 ? 'before' : 'after'
      return { function: { name: room, mode: 'kill', after: 1 + (turn % REQUESTS_MAX), when } }
    }
    default:
      return {}
  }
}

const MISHAPS = 7
const KILL = 5
const REQUESTS_MAX = 10

/**
 * What is sent once and then repeated, because which of its copies was first would be seen in what it leaves: a worker
 * that dies leaves what it had not done to another copy, or to the timer where that is a count; and a like counts how
 * often it was given.
 */
function isAlone({ number, name }: Command): boolean {
  return number % MISHAPS === KILL || name === 'forum.likePost'
}

/** One command after the other, each at its own minute; only its copies are under way at once. */
async function run(plan: readonly Command[]) {
  const cloud = await startTestCloud({
    clock: new Date(STARTS_AT).toISOString(),
  })
  const officers = await ledgerWorld(cloud.engine, PEOPLE)
  const log = new Map<number, InvocationRecord>()
  const readLog = async () => {
    for (const record of await cloud.log()) log.set(record.id, record)
  }
  const before = async (number: number) => {
    if (number % LOGGED_COMMANDS === 0) await readLog()
    await cloud.clock(new Date(STARTS_AT + number * 5 * MINUTE_MS).toISOString())
    const command = plan[number]
    if (command) await cloud.fault({ clear: true, ...mishapOf(command) })
  }
  const outcomes = await play(plan, {
    call: cloud.call,
    officers,
    concurrency: 1,
    before,
    patienceMs: PATIENCE_MS,
  })
  const books = {
    entries: await cloud.dump<Entry>('coin_entries'),
    accounts: await cloud.dump<Account>('coin_accounts'),
  }
  // What an author has tried is noted beside what they have said: that tells which of the copies met a mishap.
  const {
    forum_paces: _attempts,
    platform_receipts: _marked,
    forum_posts: _ranked,
    ...digest
  } = cloud.engine.digest()
  // Two copies that count the comments of a post at once leave its rank to the timer, one alone settles it itself.
  const posts = (await cloud.dump('forum_posts')).map(({ heatKey: _rank, heatDue: _due, ...post }) => post)
  // A receipt tells which of the copies has committed.
  const receipts = (await cloud.dump('platform_receipts')).map(({ execution: _which, ...receipt }) => receipt)
  await readLog()
  const records = [...log.values()]
  await cloud.close()
  return {
    kept: {
      digest,
      posts,
      receipts,
      refused: [...outcomes.refused].sort(),
      contradictions: outcomes.contradictions,
      findings: audit(books).findings,
      entries: books.entries.length,
    },
    kills: records.filter(({ errorCode }) => errorCode === 'FUNCTION_FAILED').length,
    failedRequests: records.flatMap(({ databaseRequests }) =>
      databaseRequests.filter(({ errorCode }) => errorCode),
    ).length,
  }
}

test(
  'one command after the other by a clock of its own, the same plan leaves the same ledger and all that earns it, ' +
    'whichever of its copies meets a conflict, a lost reply or a killed worker',
  async () => {
    const plan = planOf({ seed: 20_260_302, commands: COMMANDS, people: PEOPLE }).map(command => ({
      ...command,
      copies: isAlone(command) ? 1 : 1 + (command.number % COPIES_MAX),
      echoed: command.echoed || isAlone(command),
    }))
    const first = await run(plan)
    expect(first.kept).toMatchObject({ findings: [], contradictions: [] })
    expect(first.kept.entries).toBeGreaterThan(COMMANDS / 2)
    expect(first.kills).toBeGreaterThan(COMMANDS / MISHAPS / 2)
    expect(first.failedRequests).toBeGreaterThan(COMMANDS / MISHAPS)
    const second = await run(plan)
    expect(second.kept).toEqual(first.kept)
  },
  RUNS_MS,
)
