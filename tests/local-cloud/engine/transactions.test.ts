import type { EngineOptions, Executed } from '../../../tools/local-cloud/engine'
import { type Client, closeAll, codeOf, listOf, open } from './harness'

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const ENDED = 'DATABASE_TRANSACTION_FAIL'

async function accounts(options: Partial<EngineOptions> = {}): Promise<Client> {
  const client = await open(
    [{ name: 'accounts', indexes: [{ name: 'owner', keys: [['owner', 1]], unique: true }] }],
    options,
  )
  await client.add('accounts', [
    { _id: 'a', owner: 'A', coins: 10 },
    { _id: 'b', owner: 'B', coins: 10 },
  ])
  return client
}

const coinsOf = async (client: Client, id: string, transactionId?: string): Promise<unknown> =>
  listOf(await client.get('accounts', id, transactionId))[0]?.coins

afterEach(closeAll)

test('a transaction sees its start and its own writes; others see it only after commit', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'b', { $set: { coins: 99 } })
  await client.add('accounts', [{ _id: 'late', owner: 'L' }])
  expect(await coinsOf(client, 'b', t)).toBe(10)
  expect(listOf(await client.get('accounts', 'late', t))).toEqual([])
  await client.update('accounts', 'a', { $inc: { coins: -4 } }, t)
  expect(await coinsOf(client, 'a', t)).toBe(6)
  expect(await coinsOf(client, 'a')).toBe(10)
  expect(codeOf(await client.commit(t))).toBeUndefined()
  expect(await coinsOf(client, 'a')).toBe(6)
})

test('inserts, replacements and removals commit together or not at all', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.add('accounts', [{ _id: 'c', owner: 'C' }], t)
  const created = await client.set('accounts', 'd', { owner: 'D' }, t)
  expect(created.reply.data).toEqual({ updated: 0, upsert_id: 'd' })
  expect((await client.remove('accounts', 'a', t)).reply.data).toEqual({ deleted: 1 })
  expect((await client.remove('accounts', 'nobody', t)).reply.data).toEqual({ deleted: 0 })
  expect((await client.update('accounts', 'nobody', { $set: { x: 1 } }, t)).reply.data).toMatchObject({
    updated: 0,
  })
  const before = client.engine.digest()
  await client.abort(t)
  expect(client.engine.digest()).toEqual(before)
  const again = await client.begin()
  await client.remove('accounts', 'a', again)
  await client.add('accounts', [{ _id: 'heir', owner: 'A' }], again)
  expect(codeOf(await client.commit(again))).toBeUndefined()
  expect(listOf(await client.where('accounts', { owner: 'A' })).map(d => d._id)).toEqual(['heir'])
})

test('the second writer of a locked document fails at once and its transaction is over', async () => {
  const client = await accounts()
  const [first, second] = [await client.begin(), await client.begin()]
  await client.update('accounts', 'b', { $set: { by: 2 } }, second)
  await client.update('accounts', 'a', { $set: { by: 1 } }, first)
  const refused = await client.update('accounts', 'a', { $set: { by: 2 } }, second)
  expect(codeOf(refused)).toBe(CONFLICT)
  expect(refused.reply.message).toContain('TransactionConflict')
  expect(codeOf(await client.get('accounts', 'a', second))).toBe(ENDED)
  expect(codeOf(await client.commit(second))).toBe(ENDED)
  expect(codeOf(await client.update('accounts', 'b', { $set: { by: 1 } }, first))).toBeUndefined()
  expect(codeOf(await client.commit(first))).toBeUndefined()
})

test.each<[string, (client: Client, transactionId?: string) => Promise<Executed>]>([
  ['an update', (client, t) => client.update('accounts', 'a', { $inc: { coins: 1 } }, t)],
  ['a replacement', (client, t) => client.set('accounts', 'a', { owner: 'A', coins: 1 }, t)],
  ['a removal', (client, t) => client.remove('accounts', 'a', t)],
  ['an insertion', (client, t) => client.add('accounts', [{ _id: 'new', owner: 'N' }], t)],
])('first committer wins: %s meets at once what was committed since the start', async (_name, write) => {
  const client = await accounts()
  const [late, other] = [await client.begin(), await client.begin()]
  await client.update('accounts', 'b', { $set: { by: 'late' } }, late)
  await client.update('accounts', 'a', { $inc: { coins: 5 } }, other)
  await client.add('accounts', [{ _id: 'new', owner: 'O' }], other)
  expect(codeOf(await client.commit(other))).toBeUndefined()
  const left = client.engine.digest()
  expect(codeOf(await write(client, late))).toBe(CONFLICT)
  expect(codeOf(await client.commit(late))).toBe(ENDED)
  expect(client.engine.digest()).toEqual(left)
})

test('what changes nothing meets nothing, and what is read is read as it was', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'a', { $inc: { coins: 5 } })
  await client.add('accounts', [{ _id: 'new', owner: 'N' }])
  const nothing = [
    await client.update('accounts', 'a', { $set: { coins: 10 } }, t),
    await client.update('accounts', 'new', { $set: { coins: 10 } }, t),
    await client.remove('accounts', 'new', t),
  ]
  expect(nothing.map(codeOf)).toEqual([undefined, undefined, undefined])
  expect(await coinsOf(client, 'a', t)).toBe(10)
  expect(codeOf(await client.commit(t))).toBeUndefined()
  expect(await coinsOf(client, 'a')).toBe(15)
})

test('a plain write waits for the lock of a transaction, and then counts on what it left', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'a', { $set: { coins: 3 } }, t)
  let done = false
  const waiting = client
    .updateWhere('accounts', { _id: 'a', coins: { $gte: 5 } }, { $inc: { coins: -5 } })
    .then(executed => {
      done = true
      return executed
    })
  await client.update('accounts', 'b', { $set: { touched: true } })
  expect(done).toBe(false)
  await client.commit(t)
  expect((await waiting).reply.data).toMatchObject({ updated: 0 })
  expect(await coinsOf(client, 'a')).toBe(3)
})

test('write skew is possible, as under snapshot isolation: reads take no lock', async () => {
  const client = await accounts()
  const [first, second] = [await client.begin(), await client.begin()]
  await client.get('accounts', 'b', first)
  await client.get('accounts', 'a', second)
  await client.update('accounts', 'a', { $set: { coins: 0 } }, first)
  await client.update('accounts', 'b', { $set: { coins: 0 } }, second)
  expect(codeOf(await client.commit(first))).toBeUndefined()
  expect(codeOf(await client.commit(second))).toBeUndefined()
})

test('a unique key holds within, between and beside transactions', async () => {
  const client = await accounts()
  const inside = await client.begin()
  expect((await client.add('accounts', [{ _id: 'x', owner: 'A' }], inside)).reply.message).toContain('E11000')
  expect(codeOf(await client.commit(inside))).toBe(ENDED)

  const [first, second] = [await client.begin(), await client.begin()]
  await client.add('accounts', [{ _id: 'x', owner: 'new' }], first)
  expect(codeOf(await client.add('accounts', [{ _id: 'y', owner: 'new' }], second))).toBe(CONFLICT)
  const plain = client.add('accounts', [{ _id: 'z', owner: 'new' }])
  await client.commit(first)
  expect((await plain).reply.message).toContain('E11000')

  const late = await client.begin()
  await client.add('accounts', [{ _id: 'p', owner: 'late' }])
  expect(codeOf(await client.add('accounts', [{ _id: 'q', owner: 'late' }], late))).toBe(CONFLICT)

  const twice = await client.begin()
  await client.add('accounts', [{ _id: 'r', owner: 'twice' }], twice)
  expect((await client.add('accounts', [{ _id: 's', owner: 'twice' }], twice)).reply.message).toContain(
    'E11000',
  )
})

test('a unique key that others have freed since the start is still held in the snapshot', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'a', { $set: { owner: 'freed' } })
  expect(codeOf(await client.add('accounts', [{ _id: 'x', owner: 'A' }], t))).toBe(CONFLICT)
  const next = await client.begin()
  await client.add('accounts', [{ _id: 'x', owner: 'A' }], next)
  expect(codeOf(await client.commit(next))).toBeUndefined()
})

test('two documents may exchange a unique key in one transaction', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'a', { $set: { owner: 'tmp' } }, t)
  await client.update('accounts', 'b', { $set: { owner: 'A' } }, t)
  await client.update('accounts', 'a', { $set: { owner: 'B' } }, t)
  expect(codeOf(await client.commit(t))).toBeUndefined()
  expect(listOf(await client.where('accounts', { owner: 'A' })).map(d => d._id)).toEqual(['b'])
  expect(listOf(await client.where('accounts', { owner: 'B' })).map(d => d._id)).toEqual(['a'])
})

test('queries, counts, aggregation and serverDate are refused inside a transaction', async () => {
  const client = await accounts()
  const transactionId = await client.begin()
  const base = { collectionName: 'accounts', query: '{}', transactionId }
  const execute = (action: string, extra: Record<string, unknown>) =>
    client.engine.execute(action, { ...base, ...extra })
  const refused = [
    await execute('database.getDocument', { queryType: 'WHERE' }),
    await execute('database.calculateDocument', { queryType: 'WHERE' }),
    await execute('database.aggregateDocuments', { stages: [] }),
    await execute('database.modifyDocument', { queryType: 'WHERE', data: '{"$set":{"a":1}}', merge: true }),
    await execute('database.removeDocument', { queryType: 'WHERE' }),
    await client.update(
      'accounts',
      'a',
      { $set: { at: { $tcb_server_date: { offset: 0 } } } },
      transactionId,
    ),
  ]
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'INVALID_PARAM'))
})

test('a transaction ends with its life, and its locks with it', async () => {
  const client = await accounts({ transactionLifeMs: 20 })
  const t = await client.begin()
  await client.update('accounts', 'a', { $set: { coins: 0 } }, t)
  expect((await client.update('accounts', 'a', { $inc: { coins: 1 } })).reply.data).toMatchObject({
    updated: 1,
  })
  expect(await coinsOf(client, 'a')).toBe(11)
  expect(codeOf(await client.commit(t))).toBe(ENDED)
})

test('one that nobody goes on with ends soon, and one that somebody does lives on', async () => {
  const client = await accounts()
  const [left, kept] = [await client.begin(), await client.begin()]
  await client.update('accounts', 'a', { $set: { coins: 0 } }, left)
  await client.update('accounts', 'b', { $set: { coins: 0 } }, kept)
  client.engine.abandon([left ?? ''], 20)
  expect((await client.update('accounts', 'a', { $inc: { coins: 1 } })).reply.data).toMatchObject({
    updated: 1,
  })
  expect(codeOf(await client.commit(left))).toBe(ENDED)
  expect(codeOf(await client.commit(kept))).toBeUndefined()
  expect([await coinsOf(client, 'a'), await coinsOf(client, 'b')]).toEqual([11, 0])
})

test('abortAll ends every transaction', async () => {
  const client = await accounts()
  const t = await client.begin()
  await client.update('accounts', 'a', { $set: { coins: 0 } }, t)
  client.engine.abortAll()
  expect(codeOf(await client.commit(t))).toBe(ENDED)
  expect(await coinsOf(client, 'a')).toBe(10)
})

test('concurrent transfers with retries neither make nor lose coins', async () => {
  const client = await accounts()
  const transfer = async (from: string, to: string): Promise<void> => {
    for (;;) {
      const t = await client.begin()
      const moves = [
        await client.update('accounts', from, { $inc: { coins: -1 } }, t),
        await client.update('accounts', to, { $inc: { coins: 1 } }, t),
        await client.commit(t),
      ]
      if (moves.every(move => codeOf(move) === undefined)) return
      // A client over a network gives way between attempts; here, without a turn, no commit could ever run.
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  await Promise.all(
    Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? transfer('b', 'a') : transfer('a', 'b'))),
  )
  expect([await coinsOf(client, 'a'), await coinsOf(client, 'b')]).toEqual([-10, 30])
})

test('conditional updates never go below zero, however many run at once', async () => {
  const client = await accounts()
  const results = await Promise.all(
    Array.from({ length: 25 }, () =>
      client.updateWhere('accounts', { _id: 'a', coins: { $gte: 1 } }, { $inc: { coins: -1 } }, false),
    ),
  )
  const taken = results.filter(({ reply }) => (reply.data as { updated: number }).updated === 1)
  expect(taken).toHaveLength(10)
  expect(await coinsOf(client, 'a')).toBe(0)
})
