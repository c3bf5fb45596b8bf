import type { TestCloud } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startFixtureCloud({ workers: 1 })
})
afterEach(() => cloud.close())

const add = (id: string) => cloud.call('o-anna', 'probe.addNote', { _id: id, author: 'anna' })
const addInTransaction = (id: string) => cloud.call('o-anna', 'probe.addInTransaction', { id })
const stored = async () => (await cloud.dump('probe_notes')).map(note => note._id)

describe('a database fault', () => {
  it('fails a request without executing it', async () => {
    await cloud.fault({ database: { mode: 'fail' } })
    expect(await add('n1')).toMatchObject({ ok: false, error: { errCode: -502001 } })
    expect(await add('n2')).toMatchObject({ ok: true })
    expect(await stored()).toEqual(['n2'])
  })

  it('passes over the first requests and strikes as often as told', async () => {
    await cloud.fault({ database: { mode: 'fail', after: 1, times: 2 } })
    const outcomes = []
    for (const id of ['n1', 'n2', 'n3', 'n4']) outcomes.push((await add(id)).ok)
    expect(outcomes).toEqual([true, false, false, true])
  })

  it('strikes only the action and collection it names', async () => {
    await cloud.fault({ database: { mode: 'fail', collection: 'probe_events' } })
    await cloud.fault({ database: { mode: 'fail', action: 'database.getDocument' } })
    expect(await add('n1')).toMatchObject({ ok: true })
  })

  it('loses a reply after executing the request', async () => {
    await cloud.fault({ database: { mode: 'drop' } })
    expect(await add('n1')).toMatchObject({ ok: false })
    expect(await stored()).toEqual(['n1'])
  })

  it('makes a commit conflict, which the SDK tries again', async () => {
    await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'conflict' } })
    expect(await addInTransaction('t1')).toEqual({ ok: true, data: 'committed' })
    const [record] = await cloud.log('probe.addInTransaction')
    const commits = record?.databaseRequests.filter(({ action }) => action.endsWith('commitTransaction'))
    expect(commits?.map(({ errorCode }) => errorCode)).toEqual(['DATABASE_TRANSACTION_CONFLICT', null])
    expect(await stored()).toEqual(['t1'])
  })

  it('makes a request slow', async () => {
    await cloud.fault({ database: { mode: 'slow', slowMs: 250 } })
    await add('n1')
    const [record] = await cloud.log('probe.addNote')
    expect(record?.databaseRequests[0]?.durationMs).toBeGreaterThanOrEqual(245)
  })

  it('strikes at random, but for the same seed the same requests, in whatever order they arrive', async () => {
    const names = Array.from({ length: 12 }, (_, number) => `n${number}`)
    let runs = 0
    const failedOf = async (arriving: readonly string[], seed: number) => {
      runs += 1
      await cloud.fault({ clear: true, database: { mode: 'fail', rate: 0.5, seed } })
      const replies = await Promise.all(
        arriving.map(name =>
          cloud.call('o-anna', 'probe.addNote', { _id: `${name}-${runs}`, author: name }, name),
        ),
      )
      await cloud.door('DELETE', '/local/log')
      return arriving.filter((_, at) => !replies[at]?.ok).sort()
    }
    const first = await failedOf(names, 7)
    expect(first.length).toBeGreaterThan(0)
    expect(first.length).toBeLessThan(names.length)
    expect(await failedOf([...names].reverse(), 7)).toEqual(first)
    expect(await failedOf(names, 8)).not.toEqual(first)
  })

  it('that is not understood is refused', async () => {
    for (const order of [
      { database: { mode: 'explode' } },
      { unknown: {} },
      { function: { name: 'probe' } },
    ]) {
      expect((await cloud.door('POST', '/local/fault', order)).status).toBe(400)
    }
  })
})

describe('a kill', () => {
  const kill = (after: number, when: 'before' | 'after' = 'before') =>
    cloud.fault({ function: { name: 'probe', mode: 'kill', after, when } })
  const addTwo = () => cloud.call('o-anna', 'probe.addTwo', { id: 'n' })
  const failed = { ok: false, error: { code: 'FUNCTION_FAILED' } }

  it('before the first request leaves nothing', async () => {
    await kill(1)
    expect(await addTwo()).toMatchObject(failed)
    expect(await stored()).toEqual([])
  })

  it('before the second request leaves the first, and the next call works', async () => {
    await kill(2)
    expect(await addTwo()).toMatchObject(failed)
    expect(await stored()).toEqual(['n-1'])
    expect(await cloud.call('o-anna', 'probe.sleep', { ms: 1 })).toEqual({ ok: true, data: 'slept' })
  })

  it('after a request leaves it executed and unanswered', async () => {
    await kill(2, 'after')
    expect(await addTwo()).toMatchObject(failed)
    expect(await stored()).toEqual(['n-1', 'n-2'])
  })

  it('counts the requests of one invocation, not of all', async () => {
    await kill(2)
    expect(await add('n1')).toMatchObject({ ok: true })
    expect(await add('n2')).toMatchObject({ ok: true })
    expect(await addTwo()).toMatchObject(failed)
  })

  it('strikes only the procedure it names', async () => {
    await cloud.fault({ function: { name: 'probe', procedure: 'addTwo', mode: 'kill', after: 1 } })
    expect(await add('n1')).toMatchObject({ ok: true })
    expect(await addTwo()).toMatchObject(failed)
  })

  it('inside a transaction leaves nothing of it', async () => {
    await kill(3)
    expect(await addInTransaction('t1')).toMatchObject(failed)
    expect(await stored()).toEqual([])
  })
})
