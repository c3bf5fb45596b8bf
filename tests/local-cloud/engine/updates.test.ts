import { type Client, closeAll, type Fields, listOf, open } from './harness'

let client: Client

beforeEach(async () => {
  client = await open([{ name: 'free', indexes: [] }])
})
afterEach(closeAll)

async function updated(before: Fields, update: Fields): Promise<Fields | string> {
  await client.set('free', 'x', before)
  const { reply } = await client.update('free', 'x', update)
  if (reply.code) return `${reply.code} ${reply.message}`
  const { _id, ...fields } = listOf(await client.get('free', 'x'))[0] ?? {}
  return fields
}

describe('updates', () => {
  test.each<[string, Fields, Fields, Fields]>([
    [
      '$set by path keeps the neighbours',
      { a: { b: 1, c: 2 } },
      { $set: { 'a.b': 5, 'd.e': 6 } },
      { a: { b: 5, c: 2 }, d: { e: 6 } },
    ],
    ['$set in an array by index', { a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
    ['$unset', { a: { b: 1 }, c: 2 }, { $unset: { 'a.b': '', c: '', z: '' } }, { a: {} }],
    [
      '$inc and $mul, also of missing fields',
      { a: 1, b: 3 },
      { $inc: { a: 2, n: 4 }, $mul: { b: 2, m: 4 } },
      { a: 3, b: 6, n: 4, m: 0 },
    ],
    [
      '$min and $max compare across types',
      { a: 5, b: 5 },
      { $min: { a: 3 }, $max: { b: 'x', n: 1 } },
      { a: 3, b: 'x', n: 1 },
    ],
    [
      '$push with position, sort and slice',
      { a: [3, 1] },
      { $push: { a: { $each: [2, 0], $position: 1, $sort: -1, $slice: 3 } } },
      { a: [3, 2, 1] },
    ],
    [
      '$push keeps the last with a negative slice',
      { a: [1, 2] },
      { $push: { a: { $each: [3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    ['$push creates', {}, { $push: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    [
      '$addToSet knows duplicates in $each',
      { a: [1] },
      { $addToSet: { a: { $each: [1, 2, 2, { x: 1 }] } } },
      { a: [1, 2, { x: 1 }] },
    ],
    [
      '$pop from both ends',
      { a: [1, 2, 3], b: [1, 2, 3] },
      { $pop: { a: 1, b: -1, c: 1 } },
      { a: [1, 2], b: [2, 3] },
    ],
    [
      '$pull by value and condition',
      { a: [1, 2, 3], b: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { $gte: 2 }, b: { x: 1 } } },
      { a: [1], b: [{ x: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$rename', { a: { b: 1 } }, { $rename: { 'a.b': 'c' } }, { a: {}, c: 1 }],
    ['$bit', { a: 6 }, { $bit: { a: { and: 3 } } }, { a: 2 }],
  ])('%s', async (_name, before, update, expected) => {
    expect(await updated(before, update)).toEqual(expected)
  })

  test.each<[string, Fields, Fields]>([
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }],
    ['$inc by a string', { a: 1 }, { $inc: { a: '1' } }],
    ['$push to a number', { a: 1 }, { $push: { a: 1 } }],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }],
    ['the same path twice', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a path and its parent', { a: {} }, { $set: { a: {}, 'a.b': 1 } }],
    ['a change of _id', {}, { $set: { _id: 1 } }],
    ['an unknown operator', {}, { $twist: { a: 1 } }],
  ])('%s is refused and changes nothing', async (_name, before, update) => {
    expect(await updated(before, update)).toMatch(/^DATABASE_REQUEST_FAILED/)
    expect(listOf(await client.get('free', 'x'))).toEqual([{ _id: 'x', ...before }])
  })

  test('updated counts documents that changed; set creates or replaces', async () => {
    await client.add('free', [
      { _id: 1, g: 'a' },
      { _id: 2, g: 'a' },
      { _id: 3, g: 'b' },
    ])
    const many = await client.updateWhere('free', { g: 'a' }, { $set: { g: 'c' } })
    expect(many.reply.data).toEqual({ updated: 2, upsert_id: null })
    const one = await client.updateWhere('free', { g: 'c' }, { $set: { g: 'd' } }, false)
    expect(one.reply.data).toMatchObject({ updated: 1 })
    expect((await client.update('free', 3, { $set: { g: 'b' } })).reply.data).toMatchObject({ updated: 0 })
    expect((await client.update('free', 9, { $set: { g: 'b' } })).reply.data).toMatchObject({ updated: 0 })
    expect((await client.set('free', 9, { h: 1 })).reply.data).toEqual({ updated: 0, upsert_id: 9 })
    expect((await client.set('free', 9, { h: 2 })).reply.data).toEqual({ updated: 1, upsert_id: null })
    expect(client.engine.dump('free')).toContainEqual({ _id: 9, h: 2 })
  })
})
