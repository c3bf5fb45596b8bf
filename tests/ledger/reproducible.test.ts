import { audit } from '@domain/coin/audit'
import type { Account, Entry } from '@domain/coin/ledger'
import { MINUTE_MS } from '@domain/kernel/time'
import { startTestCloud } from '../support/localCloud'
import { type Command, planOf } from './plan'
import { play } from './player'
import { ledgerWorld } from './world'

const STARTS_AT = Date.parse('2026-03-02T06:00:00+08:00')
const PEOPLE = 8
const RUNS_MS = 300_000

test('the same seed plans the same commands, another seed others', () => {
  const options = { seed: 7, commands: 2_000, people: 30 }
  expect(planOf(options)).toEqual(planOf(options))
  expect(planOf({ ...options, seed: 8 })).not.toEqual(planOf(options))
})

/** One command after the other, each at its own minute, with conflicts and a lost reply. */
async function run(plan: readonly Command[]) {
  const cloud = await startTestCloud({ clock: new Date(STARTS_AT).toISOString() })
  const moderatorOpenid = await ledgerWorld(cloud.engine, PEOPLE)
  await cloud.fault({
    database: { action: 'database.commitTransaction', mode: 'conflict', rate: 0.1, seed: 3 },
  })
  await cloud.fault({ database: { collection: 'coin_entries', mode: 'conflict', rate: 0.05, seed: 4 } })
  const before = (number: number) => cloud.clock(new Date(STARTS_AT + number * 5 * MINUTE_MS).toISOString())
  const outcomes = await play(plan, {
    call: cloud.call,
    moderatorOpenid,
    concurrency: 1,
    before,
    patienceMs: 10_000,
  })
  const books = {
    entries: await cloud.dump<Entry>('coin_entries'),
    accounts: await cloud.dump<Account>('coin_accounts'),
  }
  const digest = cloud.engine.digest()
  await cloud.close()
  return {
    digest,
    refused: [...outcomes.refused],
    findings: audit(books).findings,
    entries: books.entries.length,
  }
}

test(
  'played one by one by a clock of its own, the same plan leaves the same database to the last byte',
  async () => {
    const plan = planOf({ seed: 20_260_302, commands: 120, people: PEOPLE }).map(command => ({
      ...command,
      copies: 1,
    }))
    const first = await run(plan)
    expect(first.entries).toBeGreaterThan(60)
    expect(first.findings).toEqual([])
    expect(await run(plan)).toEqual(first)
  },
  RUNS_MS,
)
