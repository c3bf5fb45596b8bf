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

describe('aggregation', () => {
  beforeEach(async () => {
    await client.add('items', [
      { _id: 'i1', code: 1, kind: 'a', at: new Date(1000) },
      { _id: 'i2', code: 2, kind: 'b' },
      { _id: 'i3', code: 3, kind: 'a', label: 'x' },
    ])
    await client.add('shelves', [
      { _id: 's1', itemIds: ['i1', 'i3'] },
      { _id: 's2', itemIds: [] },
    ])
  })
  const run = async (...stages: Fields[]) => listOf(await client.aggregate('items', stages))

  test.each<[string, Fields[], Fields[]]>([
    [
      '$group and $push skip missing values',
      [
        {
          $group: { _id: '$kind', labels: { $push: '$label' }, all: { $addToSet: '$label' }, n: { $sum: 1 } },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'a', labels: ['x'], all: ['x'], n: 2 },
        { _id: 'b', labels: [], all: [], n: 1 },
      ],
    ],
    ['$count of nothing is nothing', [{ $match: { kind: 'z' } }, { $count: 'n' }], []],
    [
      '$sort, $skip, $limit, $project',
      [
        { $sort: { code: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $project: { _id: 0, double: { $add: ['$code', '$code'] } } },
      ],
      [{ double: 4 }],
    ],
    [
      '$addFields compares across types as the database does',
      [{ $match: { code: 1 } }, { $addFields: { later: { $gt: ['$kind', 5] } } }, { $project: { later: 1 } }],
      [{ _id: 'i1', later: true }],
    ],
    [
      '$lookup through an index',
      [
        { $match: { code: { $lte: 2 } } },
        { $lookup: { from: 'shelves', localField: '_id', foreignField: 'itemIds', as: 'on' } },
        { $project: { 'on._id': 1 } },
      ],
      [
        { _id: 'i1', on: [{ _id: 's1' }] },
        { _id: 'i2', on: [] },
      ],
    ],
  ])('%s', async (_name, stages, expected) => {
    expect(await run(...stages)).toEqual(expected)
  })

  test('$unwind, and a $lookup that reports no scan', async () => {
    const executed = await client.aggregate('shelves', [
      { $match: { _id: 's1' } },
      { $unwind: '$itemIds' },
      { $lookup: { from: 'items', localField: 'itemIds', foreignField: '_id', as: 'item' } },
    ])
    expect(listOf(executed).map(d => (d.item as Fields[])[0]?.code)).toEqual([1, 3])
    expect(executed.plan).toMatchObject({ scan: false })
  })

  test('a pipeline inside a $lookup is planned like a query, with what it is told of the document', async () => {
    await client.add('shelves', [
      { _id: 's8', itemIds: ['i1', 'i2'], full: true },
      { _id: 's9', itemIds: ['i1'], full: false },
    ])
    const join = (pipeline: Fields[]) =>
      client.aggregate('items', [
        { $match: { code: 1 } },
        { $lookup: { from: 'shelves', let: { me: '$_id' }, pipeline, as: 'on' } },
        { $project: { on: '$on._id' } },
      ])
    const ofMe = { $match: { $expr: { $eq: ['$itemIds', '$$me'] } } }
    const first = { $expr: { $eq: [{ $arrayElemAt: ['$itemIds', 0] }, '$$me'] } }
    const fixed = { $match: { itemIds: 'i1' } }
    const found = await join([fixed, { $sort: { _id: -1 } }, { $limit: 2 }])
    expect(listOf(found)).toEqual([{ _id: 'i1', on: ['s9', 's8'] }])
    // An expression compares whole values: the index finds the shelves, but none of them is an item.
    const none = await join([ofMe])
    expect([listOf(none), none.plan?.scan]).toEqual([[{ _id: 'i1', on: [] }], false])
    expect(listOf(await join([fixed, { $match: { full: true } }]))).toEqual([{ _id: 'i1', on: ['s8'] }])
    const scanned = await join([{ $match: first }, { $sort: { _id: -1 } }])
    expect(listOf(scanned)[0]?.on).toContain('s9')
  })

  test('a $lookup whose pipeline no index narrows is a scan, one through an index is none', async () => {
    const plan = async (pipeline: Fields[]) =>
      (
        await client.aggregate('shelves', [
          { $match: { _id: 's1' } },
          { $lookup: { from: 'items', let: { n: 1 }, pipeline, as: 'item' } },
        ])
      ).plan
    expect(await plan([{ $match: { code: 1 } }, { $limit: 1 }])).toMatchObject({ scan: false })
    expect(await plan([{ $match: { $expr: { $eq: ['$code', '$$n'] } } }])).toMatchObject({
      scan: false,
      scanned: 2,
    })
    expect(await plan([{ $match: { kind: 'x' } }])).toMatchObject({ scan: true })
  })

  test('stages the cloud does not have are refused', async () => {
    expect(codeOf(await client.aggregate('items', [{ $out: 'x' }]))).toBe('DATABASE_REQUEST_FAILED')
    expect(codeOf(await client.aggregate('items', [{ $twist: {} }]))).toBe('DATABASE_REQUEST_FAILED')
  })
})
