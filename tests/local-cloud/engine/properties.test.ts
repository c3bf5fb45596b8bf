/** Random documents, changes and queries against a model that knows no index. The seed is printed when it fails. */
import fc from 'fast-check'
import type { CollectionDeclaration } from '../../../tools/local-cloud/engine'
import { type Client, closeAll, type Fields, listOf, open } from './harness'

type Direction = 1 | -1
const INDEXES: CollectionDeclaration['indexes'] = [
  { name: 'a', keys: [['a', 1]] },
  {
    name: 'b_a',
    keys: [
      ['b', -1],
      ['a', 1],
    ],
  },
  {
    name: 'tags_a',
    keys: [
      ['tags', 1],
      ['a', -1],
      ['_id', -1],
    ],
  },
  {
    name: 'x_b',
    keys: [
      ['n.x', 1],
      ['b', 1],
      ['_id', 1],
    ],
  },
  {
    name: 'a_b',
    keys: [
      ['a', 1],
      ['b', -1],
      ['_id', -1],
    ],
  },
]

const RANKS = ['null', 'number', 'string', 'boolean', 'date']
const kind = (value: unknown): string =>
  value === undefined || value === null ? 'null' : value instanceof Date ? 'date' : typeof value
function order(a: unknown, b: unknown): number {
  const byKind = RANKS.indexOf(kind(a)) - RANKS.indexOf(kind(b))
  if (byKind !== 0 || kind(a) === 'null') return byKind
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
  const [x, y] = [a, b].map(value => (value instanceof Date ? value.getTime() : value)) as [number, number]
  return x < y ? -1 : x > y ? 1 : 0
}

const read = (document: Fields, path: string): unknown =>
  path === 'n.x' ? (document.n as Fields | undefined)?.x : document[path]
const elements = (document: Fields, path: string): unknown[] => {
  const value = read(document, path)
  return Array.isArray(value) ? value : [value]
}

function holds(document: Fields, path: string, operator: string, operand: unknown): boolean {
  const values = elements(document, path)
  const compares = (accepts: (order: number) => boolean) =>
    values.some(value => kind(value) === kind(operand) && accepts(order(value, operand)))
  switch (operator) {
    case '$eq':
      return compares(o => o === 0)
    case '$ne':
      return !compares(o => o === 0)
    case '$gt':
      return compares(o => o > 0)
    case '$gte':
      return compares(o => o >= 0)
    case '$lt':
      return compares(o => o < 0)
    case '$lte':
      return compares(o => o <= 0)
    case '$in':
      return (operand as unknown[]).some(entry => holds(document, path, '$eq', entry))
    case '$all':
      return (operand as unknown[]).every(entry => holds(document, path, '$eq', entry))
    default:
      throw new Error(`the model does not know ${operator}`)
  }
}

function matches(document: Fields, filter: Fields): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$or') return (condition as Fields[]).some(part => matches(document, part))
    if (name === '$and') return (condition as Fields[]).every(part => matches(document, part))
    const operators = kind(condition) === 'object' ? (condition as Fields) : { $eq: condition }
    return Object.entries(operators).every(([operator, operand]) => holds(document, name, operator, operand))
  })
}

function byFields(sort: [string, Direction][]): (a: Fields, b: Fields) => number {
  const key = (document: Fields, path: string, direction: Direction): { empty: boolean; value: unknown } => {
    const values = [...elements(document, path)].sort((x, y) => order(x, y) * direction)
    return { empty: values.length === 0, value: values[0] }
  }
  return (a, b) => {
    for (const [path, direction] of sort) {
      const [x, y] = [key(a, path, direction), key(b, path, direction)]
      const difference = x.empty || y.empty ? Number(y.empty) - Number(x.empty) : order(x.value, y.value)
      if (difference !== 0) return difference * direction
    }
    return 0
  }
}

const scalar = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1, max: 3 }),
  fc.constantFrom(0.5, '', 'x', 'xy', 'é', '😀', '\uff01', 'a\0b'),
  fc.boolean(),
  fc.constantFrom(-1, 0, 1).map(ms => new Date(ms)),
)
const content = fc.record(
  {
    a: scalar,
    b: scalar,
    tags: fc.oneof(fc.array(scalar, { maxLength: 3 }), scalar),
    n: fc.record({ x: scalar }),
  },
  { requiredKeys: [] },
)
const path = fc.constantFrom('a', 'b', 'tags', 'n.x')
const comparison = fc
  .array(fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar), {
    minLength: 1,
    maxLength: 2,
  })
  .map(pairs => Object.fromEntries(pairs))
const list = fc.tuple(fc.constantFrom('$in', '$all'), fc.array(scalar, { minLength: 1, maxLength: 3 }))
const condition = fc.oneof(
  scalar,
  comparison,
  list.map(([operator, values]) => ({ [operator]: values })),
)
const simple = fc
  .array(fc.tuple(path, condition), { maxLength: 3 })
  .map(pairs => Object.fromEntries(pairs) as Fields)
const filter = fc.oneof(
  simple,
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 })).map(([rest, $or]) => ({ ...rest, $or })),
  fc.array(simple, { minLength: 1, maxLength: 2 }).map($and => ({ $and })),
)
const direction = fc.constantFrom<Direction>(1, -1)
const sorting = fc.tuple(
  fc.uniqueArray(fc.tuple(path, direction), { maxLength: 2, selector: ([name]) => name }),
  direction,
)
const query = fc.record({
  filter,
  sorting,
  limit: fc.integer({ min: 1, max: 8 }),
  offset: fc.integer({ min: 0, max: 3 }),
})
const change = fc.tuple(fc.nat({ max: 30 }), fc.option(content, { nil: null }))

let client: Client
let runs = 0

/** A collection of its own for each run: opening an engine costs more than the run itself. */
function freshCollection(indexes: CollectionDeclaration['indexes']): string {
  const name = `things${runs++}`
  client.engine.declare([{ name, indexes }])
  return name
}

beforeAll(async () => {
  client = await open([])
})
afterAll(closeAll)

async function fill(name: string, contents: Fields[], changes: [number, Fields | null][]): Promise<Fields[]> {
  const model = new Map<string, Fields>()
  for (const [i, fields] of contents.entries()) model.set(`id${i}`, { _id: `id${i}`, ...fields })
  if (model.size > 0) await client.engine.insertMany(name, [...model.values()])
  for (const [at, fields] of changes) {
    const _id = `id${at}`
    if (fields === null) {
      await client.remove(name, _id)
      model.delete(_id)
    } else {
      await client.set(name, _id, fields)
      model.set(_id, { _id, ...fields })
    }
  }
  return [...model.values()]
}

test('a query through indexes finds what a walk over all documents finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 5, maxLength: 30 }),
      fc.array(change, { maxLength: 8 }),
      fc.array(query, { minLength: 40, maxLength: 40 }),
      async (contents, changes, queries) => {
        const name = freshCollection(INDEXES)
        const model = await fill(name, contents, changes)
        for (const {
          filter: where,
          sorting: [fields, last],
          limit,
          offset,
        } of queries) {
          const sort: [string, Direction][] = [...fields, ['_id', last]]
          const expected = model.filter(document => matches(document, where)).sort(byFields(sort))
          const page = await client.where(name, where, { order: Object.fromEntries(sort), limit, offset })
          expect(listOf(page).map(d => d._id)).toEqual(expected.slice(offset, offset + limit).map(d => d._id))
          const counted = await client.count(name, where)
          expect(counted.reply.data).toEqual({ total: expected.length })
        }
      },
    ),
    { numRuns: 25, seed: 20260122 },
  )
})

test('indexes declared later, changed or dropped change no answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 1, maxLength: 20 }),
      fc.array(filter, { maxLength: 10 }),
      async (contents, filters) => {
        const name = freshCollection([])
        await fill(name, contents, [])
        const answers = async () => {
          const found = []
          for (const where of filters)
            found.push(
              listOf(await client.where(name, where))
                .map(d => d._id)
                .sort(),
            )
          return found
        }
        const bare = await answers()
        client.engine.declare([{ name, indexes: INDEXES }])
        expect(await answers()).toEqual(bare)
        client.engine.declare([{ name, indexes: [{ name: 'a', keys: [['b', 1]] }] }])
        expect(await answers()).toEqual(bare)
      },
    ),
    { numRuns: 15, seed: 7 },
  )
})
