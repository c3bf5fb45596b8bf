import { type Client, closeAll, type Fields, listOf, open } from './harness'

let client: Client

beforeAll(async () => {
  client = await open([
    {
      name: 'posts',
      indexes: [
        {
          name: 'topic_at',
          keys: [
            ['topic', 1],
            ['at', -1],
            ['_id', -1],
          ],
        },
        {
          name: 'terms_at',
          keys: [
            ['terms', 1],
            ['at', -1],
          ],
        },
        { name: 'at', keys: [['at', -1]] },
        { name: 'slug', keys: [['slug', 1]], unique: true },
      ],
    },
  ])
  const documents = Array.from({ length: 20_000 }, (_, i) => ({
    _id: `p${String(i).padStart(6, '0')}`,
    topic: `t${i % 4}`,
    at: Math.floor(i / 8),
    slug: `s${i}`,
    terms: [`k${i % 10}`, `k${i % 7}`, 'all'],
    score: i % 100,
  }))
  await client.engine.insertMany('posts', documents)
}, 60_000)

afterAll(closeAll)

async function planOf(query: Fields, options: { order?: Fields; limit?: number } = {}) {
  const executed = await client.where('posts', query, options)
  if (!executed.plan) throw new Error(`no plan: ${executed.reply.message}`)
  return executed.plan
}

test('a page by an index reads as many entries as it returns, at any depth', async () => {
  const order = { at: -1, _id: -1 }
  let last: Fields | undefined
  for (let page = 0; page < 120; page++) {
    const older = last ? { $or: [{ at: { $lt: last.at } }, { at: last.at, _id: { $lt: last._id } }] } : {}
    const executed = await client.where('posts', { topic: 't1', ...older }, { order, limit: 20 })
    expect(executed.plan).toMatchObject({ index: 'topic_at', scan: false, returned: 20 })
    expect(executed.plan?.scanned).toBeLessThanOrEqual(24)
    last = listOf(executed).at(-1)
  }
  expect(last).toMatchObject({ topic: 't1', at: 1300 })
})

test('terms with $all come newest first from the multikey index', async () => {
  const plan = await planOf({ terms: { $all: ['k3', 'k5'] } }, { order: { at: -1 }, limit: 10 })
  expect(plan).toMatchObject({ index: 'terms_at', scan: false, returned: 10 })
  expect(plan.scanned).toBeLessThan(150)
})

test('an exact reverse of the index is as good as the index', async () => {
  const plan = await planOf({ topic: 't2' }, { order: { at: 1, _id: 1 }, limit: 5 })
  expect(plan).toEqual({ collection: 'posts', index: 'topic_at', scanned: 5, returned: 5, scan: false })
})

test.each<[string, Fields, { order?: Fields; limit?: number }]>([
  [
    '$in on the prefix merges its ranges',
    { topic: { $in: ['t0', 't3'] } },
    { order: { at: -1, _id: -1 }, limit: 10 },
  ],
  ['an order by index alone stops at the limit', {}, { order: { at: -1 }, limit: 10 }],
  ['ids', { _id: { $in: ['p000001', 'p000003'] } }, {}],
  ['an order over a few ids', { _id: { $in: ['p000001', 'p000003'] } }, { order: { score: 1 } }],
  ['a unique key', { slug: 's77', score: { $gt: 1 } }, {}],
  ['a union of two indexes', { $or: [{ slug: 's1' }, { topic: 't1', at: 3 }] }, {}],
  ['a range', { at: { $gte: 5, $lt: 7 } }, {}],
])('no scan: %s', async (_name, query, options) => {
  const plan = await planOf(query, options)
  expect(plan.scan).toBe(false)
  expect(plan.scanned).toBeLessThanOrEqual(20)
})

test.each<[string, Fields, { order?: Fields; limit?: number }]>([
  ['no index knows the field', { score: 3 }, {}],
  ['a regular expression', { slug: /^s1/ }, {}],
  ['an order no index gives', { topic: 't1' }, { order: { score: 1 }, limit: 5 }],
  ['an order in mixed directions', { topic: 't1' }, { order: { at: -1, _id: 1 }, limit: 5 }],
  ['one branch without an index', { $or: [{ slug: 's1' }, { score: 4 }] }, {}],
  ['everything, in no order', {}, {}],
  ['negation', { slug: { $ne: 's1' } }, {}],
  ['a range that everything lies in, for little', { at: { $gte: 0 }, score: 3 }, { order: { at: -1 } }],
  ['a key that many share, for one of them', { topic: 't1', slug: /^s4001$/ }, {}],
  [
    'an order by index, passing over all but a few',
    { terms: 'all', score: 58 },
    { order: { at: -1 }, limit: 5 },
  ],
])('scan: %s', async (_name, query, options) => {
  expect((await planOf(query, options)).scan).toBe(true)
})

test('up to a hundred are looked at freely, more only for a tenth of them and for each key that is named', async () => {
  const [few, many] = [{ at: { $lt: 12 } }, { at: { $lt: 13 } }]
  const one = { score: 7 }
  expect(await planOf({ ...few, ...one })).toMatchObject({ scanned: 96, returned: 1, scan: false })
  expect(await planOf({ ...many, ...one })).toMatchObject({ scanned: 104, returned: 1, scan: true })
  expect(await planOf({ ...many, score: { $lt: 8 } })).toMatchObject({
    scanned: 104,
    returned: 12,
    scan: false,
  })
  const named = Array.from({ length: 20 }, (_, at) => at)
  expect(await planOf({ at: { $in: named }, score: 7 })).toMatchObject({ scanned: 160, scan: false })
  const all = await planOf({ topic: 't1' }, { order: { at: -1, _id: -1 }, limit: 1000 })
  expect(all).toMatchObject({ scanned: 1000, returned: 1000, scan: false })
})

test('updates, removals, counts and aggregates report their plans too', async () => {
  const update = await client.updateWhere('posts', { score: 200 }, { $set: { score: 201 } })
  expect(update.plan).toMatchObject({ scan: true, scanned: 20_000 })
  expect((await client.count('posts', { topic: 't1', at: 9 })).plan).toMatchObject({
    scan: false,
    scanned: 2,
  })
  const aggregated = await client.aggregate('posts', [
    { $match: { topic: 't1' } },
    { $sort: { at: -1, _id: -1 } },
    { $limit: 3 },
    { $project: { at: 1 } },
  ])
  expect(aggregated.plan).toMatchObject({ index: 'topic_at', scan: false })
  expect(aggregated.plan?.scanned).toBeLessThanOrEqual(4)
  expect((await client.aggregate('posts', [{ $group: { _id: '$topic' } }])).plan).toMatchObject({
    scan: true,
  })
})

test('of a pipeline it counts what was found for it, and not what its later stages make of that', async () => {
  const plan = async (...stages: Fields[]) => (await client.aggregate('posts', stages)).plan
  const topic = { $match: { topic: 't1' } }
  for (const stage of [{ $group: { _id: null, n: { $sum: 1 } } }, { $count: 'n' }])
    expect(await plan(topic, stage)).toMatchObject({
      ...{ index: 'topic_at', scanned: 5000, returned: 1, scan: false },
    })
  const heap = { $match: { at: { $lt: 13 }, score: 7 } }
  const spread = [{ $addFields: { each: { $range: [0, 50] } } }, { $unwind: '$each' }]
  expect(await plan(heap, ...spread)).toMatchObject({ scanned: 104, returned: 50, scan: true })
  const judged = { $match: { at: { $lt: 13 }, $expr: { $eq: ['$score', 7] } } }
  expect(await plan(judged, { $project: { at: 1 } })).toMatchObject({ returned: 1, scan: true })
  expect(await plan(topic, { $skip: 900 }, { $limit: 5 })).toMatchObject({ returned: 5, scan: true })
})

test('a pipeline that stops before the end of what it judges leaves nothing open', async () => {
  // More than LMDB has readers.
  for (let run = 0; run < 200; run += 1) {
    const judged = { $match: { at: { $gte: 0 }, $expr: { $gte: ['$score', 0] } } }
    const { plan } = await client.aggregate('posts', [judged, { $limit: 1 }])
    expect(plan).toMatchObject({ returned: 1 })
    // Whoever reads after the next write needs another reader, unless the one before was given back.
    await client.update('posts', 'p000001', { $set: { run } })
  }
})

describe('an order that the ranges of an index do not yield', () => {
  const ranked = Array.from({ length: 60 }, (_, i) => ({
    _id: `r${i}`,
    a: i,
    b: (i * 7) % 60,
    c: (i * 37) % 60,
  }))
  const indexed = (...names: string[]) => ({
    name: names.join('_'),
    keys: names.map((name): [string, 1] => [name, 1]),
  })

  it.each([
    ['more values than ranges', { a: { $in: Array.from({ length: 2_001 }, (_, i) => i) } }, { b: 1 }],
    ['values of a field behind one that is free', { b: { $in: [0, 7, 14, 21, 28] } }, { tie: 1, c: 1 }],
  ])('is made of %s', async (_what, query, order) => {
    const client = await open([{ name: 'ranks', indexes: [indexed('a', 'b'), indexed('tie', 'b', 'c')] }])
    await client.engine.insertMany(
      'ranks',
      ranked.map(one => ({ ...one, tie: 0 })),
    )
    const executed = await client.where('ranks', query, { order, limit: 60 })
    const key = 'c' in order ? 'c' : 'b'
    const found = listOf(executed).map(one => Number(one[key]))
    expect(found.length).toBeGreaterThan(4)
    expect(found).toEqual([...found].sort((left, right) => left - right))
    expect(executed.plan?.scan).toBe(true)
  })
})
