import { type Client, closeAll, codeOf, type Fields, listOf, open } from './harness'

let client: Client

beforeEach(async () => {
  client = await open([
    { name: 'items', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] },
    { name: 'shelves', indexes: [{ name: 'itemIds', keys: [['itemIds', 1]] }] },
    { name: 'free', indexes: [] },
  ])
})
afterEach(closeAll)

describe('reads', () => {
  test('a limit of 100 by default and of 1,000 at most', async () => {
    await client.engine.insertMany(
      'free',
      Array.from({ length: 1005 }, (_, i) => ({ n: i })),
    )
    expect(listOf(await client.where('free', {}))).toHaveLength(100)
    expect(listOf(await client.where('free', {}, { limit: 5000 }))).toHaveLength(1000)
    expect((await client.count('free', {})).reply.data).toEqual({ total: 1005 })
    expect(codeOf(await client.where('free', {}, { limit: -1 }))).toBe('INVALID_PARAM')
  })

  test('more than 16 MB in one reply is refused', async () => {
    for (let i = 0; i < 9; i++) await client.set('free', i, { text: 'x'.repeat(2_000_000) })
    const refused = await client.where('free', {})
    expect(codeOf(refused)).toBe('DATABASE_REQUEST_FAILED')
    expect(listOf(await client.where('free', {}, { limit: 3 }))).toHaveLength(3)
  })

  test('a missing document is an empty list, a missing collection an error', async () => {
    expect(listOf(await client.get('free', 'nobody'))).toEqual([])
    for (const executed of [
      await client.get('nowhere', 'x'),
      await client.count('nowhere', {}),
      await client.add('nowhere', [{}]),
      await client.update('nowhere', 'x', { $set: { a: 1 } }),
      await client.remove('nowhere', 'x'),
      await client.aggregate('nowhere', []),
      await client.get('constructor', 'x'),
    ]) {
      expect(codeOf(executed)).toBe('DATABASE_COLLECTION_NOT_EXIST')
    }
  })

  test('projections include, exclude, and reach inside', async () => {
    await client.set('free', 'x', { a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] })
    const project = async (projection: Fields) => listOf(await client.where('free', {}, { projection }))[0]
    expect(await project({ a: 1 })).toEqual({ _id: 'x', a: 1 })
    expect(await project({ 'b.c': 1, _id: 0 })).toEqual({ b: { c: 2 } })
    expect(await project({ b: 0 })).toEqual({ _id: 'x', a: 1, list: [1, 2, 3] })
    expect(await project({ list: { $slice: 2 } })).toMatchObject({ list: [1, 2] })
  })

  test('semantics in which mingo alone would differ from the database', async () => {
    await client.add('free', [
      { _id: 'scalars', list: [1, 5], o: { a: 1, b: 2 }, n: null },
      { _id: 'documents', list: [{ x: 5 }], o: { b: 2, a: 1 }, n: 'text' },
      { _id: 'empty', list: [] },
    ])
    const ids = async (query: Fields) => listOf(await client.where('free', query)).map(d => d._id)
    expect(await ids({ list: { $elemMatch: { x: { $gt: 1 } } } })).toEqual(['documents'])
    expect(await ids({ list: { $elemMatch: { $gt: 4, $lt: 6 } } })).toEqual(['scalars'])
    expect(await ids({ o: { a: 1, b: 2 } })).toEqual(['scalars'])
    expect(await ids({ n: { $gte: null } })).toEqual(['empty', 'scalars'])
    expect(await ids({ n: { $gt: 5 } })).toEqual([])
    expect(await ids({ 'list.x': { $exists: false } })).toEqual(['empty', 'scalars'])
    expect(await ids({ list: { $size: 0 } })).toEqual(['empty'])
    expect(await ids({ n: { $not: { $eq: null } } })).toEqual(['documents'])
  })

  test.each<[string, Fields]>([
    ['an unknown operator', { a: { $near: 1 } }],
    ['$in without a list', { a: { $in: 3 } }],
    ['$where', { $where: 'true' }],
  ])('%s is refused', async (_name, query) => {
    expect(codeOf(await client.where('free', query))).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('inserts', () => {
  test('ids are given or made, in the order of the documents', async () => {
    const { reply } = await client.add('free', [{ _id: 'own' }, {}, { _id: 7 }])
    expect(reply.data).toEqual({ insertedIds: ['own', expect.stringMatching(/^[0-9a-f]{32}$/), 7] })
  })

  test('a duplicate _id or unique key is E11000; a missing field counts as null', async () => {
    await client.add('items', [{ _id: 'a', code: 1 }])
    for (const document of [
      { _id: 'a', code: 2 },
      { _id: 'b', code: 1 },
    ]) {
      const { reply } = await client.add('items', [document])
      expect(reply).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining('E11000'),
      })
    }
    await client.add('items', [{ _id: 'c' }])
    expect((await client.add('items', [{ _id: 'd', code: null }])).reply.message).toContain('E11000')
    await client.add('items', [{ _id: 'e', code: [5, 6] }])
    expect((await client.add('items', [{ _id: 'f', code: 6 }])).reply.message).toContain('E11000')
    expect((await client.update('items', 'a', { $set: { code: 5 } })).reply.message).toContain('E11000')
    expect((await client.set('items', 'g', { code: 5 })).reply.message).toContain('E11000')
    await client.remove('items', 'e')
    expect(codeOf(await client.add('items', [{ _id: 'f', code: 6 }]))).toBeUndefined()
  })

  test.each<[string, Fields]>([
    ['an operator as a name', { $a: 1 }],
    ['a dot in a name', { 'a.b': 1 }],
    ['an array as _id', { _id: [1] }],
    ['null as _id', { _id: null }],
    ['a key longer than an index holds', { code: 'x'.repeat(1100) }],
  ])('%s is refused', async (_name, document) => {
    expect(codeOf(await client.add('items', [document]))).toBe('DATABASE_REQUEST_FAILED')
    expect((await client.count('items', {})).reply.data).toEqual({ total: 0 })
  })

  test('serverDate is the clock of the server, with its offset', async () => {
    await client.add('free', [{ _id: 'x', at: { $tcb_server_date: { offset: 2000 } } }])
    expect(listOf(await client.get('free', 'x'))).toEqual([
      { _id: 'x', at: new Date(Date.UTC(2026, 0, 2, 3, 4, 7)) },
    ])
  })
})

test('collections are added once, and unknown actions refused', async () => {
  const create = () => client.engine.execute('database.addCollection', { collectionName: 'made' })
  expect(codeOf(await create())).toBeUndefined()
  expect(codeOf(await client.add('made', [{ a: 1 }]))).toBeUndefined()
  expect(codeOf(await create())).toBe('DATABASE_REQUEST_FAILED')
  expect(codeOf(await client.engine.execute('database.dropEverything', {}))).toBe('INVALID_PARAM')
  expect(
    codeOf(await client.engine.execute('database.getDocument', { collectionName: 'made', query: '{' })),
  ).toBe('INVALID_PARAM')
})

test('a unique index that documents already break cannot be declared, and nothing changes', async () => {
  await client.add('free', [
    { _id: 1, a: 1 },
    { _id: 2, a: 1 },
  ])
  const before = client.engine.digest()
  expect(() =>
    client.engine.declare([{ name: 'free', indexes: [{ name: 'a', keys: [['a', 1]], unique: true }] }]),
  ).toThrow('E11000')
  expect(client.engine.digest()).toEqual(before)
  expect(codeOf(await client.add('free', [{ _id: 3, a: 1 }]))).toBeUndefined()
})

test('parallel arrays in one index are refused', async () => {
  client.engine.declare([
    {
      name: 'free',
      indexes: [
        {
          name: 'ab',
          keys: [
            ['a', 1],
            ['b', 1],
          ],
        },
      ],
    },
  ])
  const refused = await client.add('free', [{ a: [1], b: [2] }])
  expect(refused.reply.message).toContain('parallel arrays')
  expect(codeOf(await client.add('free', [{ a: [1], b: 2 }]))).toBeUndefined()
})

test('dump is plain JSON by _id, and the digest knows contents, not their history', async () => {
  const other = await open([{ name: 'free', indexes: [] }])
  await client.add('free', [
    { _id: 'b', at: new Date(0) },
    { _id: 'a', n: { y: 1, x: 2 } },
  ])
  await other.set('free', 'a', { n: { x: 2, y: 1 } })
  await other.set('free', 'b', { at: new Date(5) })
  expect(other.engine.digest().free).not.toEqual(client.engine.digest().free)
  await other.set('free', 'b', { at: new Date(0) })
  expect(client.engine.dump('free')).toEqual([
    { _id: 'a', n: { x: 2, y: 1 } },
    { _id: 'b', at: { $date: '1970-01-01T00:00:00.000Z' } },
  ])
  expect(other.engine.digest().free).toEqual(client.engine.digest().free)
})
