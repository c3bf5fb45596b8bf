/** The unmodified wx-server-sdk over HTTP in front of the engine: what a cloud function really sees. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, closeAll, open } from './harness'
import type { Database, Sdk } from './sdk'

let client: Client
let server: Server
let db: Database

async function listen(): Promise<number> {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
    const { reply } = await client.engine.execute(String(body.action), body)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ requestId: 'test', ...reply }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  client = await open([
    { name: 'people', indexes: [{ name: 'email', keys: [['email', 1]], unique: true }] },
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
      ],
    },
    { name: 'accounts', indexes: [] },
  ])
  const port = await listen()
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
  })
  const cloud = (await import('wx-server-sdk')).default as unknown as Sdk
  cloud.init({ env: 'local' })
  db = cloud.database()
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await closeAll()
})

const failureOf = (work: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> =>
  work.then(
    () => {
      throw new Error('it was accepted')
    },
    error => error as { errCode: number; errMsg: string },
  )

test('create, read, update, replace and remove keep dates, numbers and nesting', async () => {
  const people = db.collection('people')
  const bornAt = new Date('1990-05-06T07:08:09.010Z')
  const { _id } = await people.add({
    data: {
      name: '李雷',
      email: 'li@example.com',
      bornAt,
      big: 1e12,
      nested: { a: 1, list: [1, 'x', null] },
    },
  })
  expect((await people.doc(_id).get()).data).toEqual({
    _id,
    name: '李雷',
    email: 'li@example.com',
    bornAt,
    big: 1e12,
    nested: { a: 1, list: [1, 'x', null] },
  })
  const changed = await people
    .doc(_id)
    .update({ data: { nested: { b: 2 }, at: db.serverDate({ offset: 1000 }) } })
  expect(changed.stats.updated).toBe(1)
  const { data } = await people.doc(_id).get()
  expect(data).toMatchObject({ nested: { a: 1, b: 2 }, at: new Date(Date.UTC(2026, 0, 2, 3, 4, 6)) })
  await people.doc(_id).set({ data: { name: '韩梅梅', email: 'han@example.com' } })
  expect((await people.doc(_id).get()).data).toEqual({ _id, name: '韩梅梅', email: 'han@example.com' })
  expect((await people.doc(_id).remove()).stats.removed).toBe(1)
  expect(await failureOf(people.doc(_id).get())).toMatchObject({ errCode: -1 })
  expect((await people.doc(_id).update({ data: { name: 'x' } })).stats.updated).toBe(0)
})

test('errors arrive with the codes of the cloud', async () => {
  await db.collection('people').add({ data: { _id: 'one', email: 'same' } })
  expect(await failureOf(db.collection('people').add({ data: { email: 'same' } }))).toMatchObject({
    errCode: -502001,
    errMsg: expect.stringContaining('E11000'),
  })
  expect(await failureOf(db.collection('nowhere').get())).toMatchObject({ errCode: -502005 })
})

test('commands query and update', async () => {
  const _ = db.command
  const posts = db.collection('posts')
  for (let i = 0; i < 30; i++) {
    await posts.add({
      data: { _id: `p${String(i).padStart(2, '0')}`, topic: 't', at: i % 10, tags: [`g${i % 3}`], likes: 0 },
    })
  }
  const page = async (after?: { at: number; _id: string }) => {
    const older = after ? _.or([{ at: _.lt(after.at) }, { at: after.at, _id: _.lt(after._id) }]) : undefined
    const where = older ? _.and([{ topic: 't' }, older]) : { topic: 't' }
    const { data } = await posts.where(where).orderBy('at', 'desc').orderBy('_id', 'desc').limit(7).get()
    return data as unknown as { at: number; _id: string }[]
  }
  const seen: string[] = []
  for (let batch = await page(); batch.length > 0; batch = await page(batch.at(-1)))
    seen.push(...batch.map(p => p._id))
  expect(seen).toHaveLength(30)
  expect(new Set(seen).size).toBe(30)
  const many = await posts
    .where({ at: _.gte(3).and(_.lt(5)) })
    .update({ data: { likes: _.inc(2), tags: _.push('new') } })
  expect(many.stats.updated).toBe(6)
  await posts.doc('p03').update({
    data: {
      tags: _.push({ each: ['b', 'a'], position: 0, slice: 3 }),
      likes: _.mul(5),
      'meta.first': _.set({ x: 1 }),
    },
  })
  expect((await posts.doc('p03').get()).data).toMatchObject({
    tags: ['b', 'a', 'g0'],
    likes: 10,
    meta: { first: { x: 1 } },
  })
  await posts
    .doc('p03')
    .update({ data: { tags: _.unshift('z'), likes: _.remove(), topic: _.rename('subject') } })
  expect((await posts.doc('p03').get()).data).toMatchObject({ tags: ['z', 'b', 'a', 'g0'], subject: 't' })
  await posts.doc('p03').update({ data: { tags: _.pull(_.in(['a', 'b'])) } })
  await posts.doc('p04').update({ data: { tags: _.addToSet('new') } })
  await posts.doc('p05').update({ data: { tags: _.pop() } })
  expect((await posts.doc('p03').get()).data).toMatchObject({ tags: ['z', 'g0'] })
  expect((await posts.doc('p04').get()).data).toMatchObject({ tags: ['g1', 'new'] })
  expect((await posts.doc('p05').get()).data).toMatchObject({ tags: [] })
  expect((await posts.where({ _id: db.RegExp({ regexp: '^p0[67]', options: 'i' }) }).count()).total).toBe(2)
  expect(
    (
      await posts
        .where({ _id: /^P0[67]/i })
        .field({ at: true, _id: false })
        .get()
    ).data,
  ).toEqual([{ at: 6 }, { at: 7 }])
})

test('aggregation', async () => {
  const $ = db.command.aggregate
  const accounts = db.collection('accounts')
  for (const [_id, team, coins] of [
    ['a', 'x', 1],
    ['b', 'x', 2],
    ['c', 'y', 4],
  ] as const) {
    await accounts.add({ data: { _id, team, coins } })
  }
  const { list } = await accounts
    .aggregate()
    .match({ coins: db.command.gt(0) })
    .group({ _id: '$team', total: $.sum('$coins'), best: $.max('$coins') })
    .sort({ total: -1 })
    .limit(5)
    .end()
  expect(list).toEqual([
    { _id: 'y', total: 4, best: 4 },
    { _id: 'x', total: 3, best: 2 },
  ])
  expect((await accounts.aggregate().match({ team: 'x' }).count('n').end()).list).toEqual([{ n: 2 }])
})

test('runTransaction commits and rolls back, and leaves a conflict found by an operation to its caller', async () => {
  const accounts = db.collection('accounts')
  await accounts.doc('from').set({ data: { coins: 10 } })
  await db.runTransaction(async transaction => {
    const { data } = await transaction.collection('accounts').doc('from').get()
    await transaction
      .collection('accounts')
      .doc('from')
      .update({ data: { coins: (data as { coins: number }).coins - 3 } })
    await transaction.collection('accounts').add({ data: { _id: 'entry', coins: 3 } })
  })
  expect((await accounts.doc('from').get()).data).toMatchObject({ coins: 7 })
  expect((await accounts.doc('entry').get()).data).toMatchObject({ coins: 3 })
  await expect(
    db.runTransaction(async transaction => {
      await transaction
        .collection('accounts')
        .doc('from')
        .update({ data: { coins: 0 } })
      await transaction.rollback('no')
    }),
  ).rejects.toBe('no')
  let attempts = 0
  const refused = await failureOf(
    db.runTransaction(async transaction => {
      attempts++
      await transaction.collection('accounts').doc('entry').get()
      await accounts.doc('from').update({ data: { coins: db.command.inc(1) } })
      await transaction
        .collection('accounts')
        .doc('from')
        .update({ data: { coins: db.command.inc(1) } })
    }),
  )
  expect(refused).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') })
  expect(attempts).toBe(1)
  expect((await accounts.doc('from').get()).data).toMatchObject({ coins: 8 })
})

test('a conflict found by an operation reaches the caller as -501001 with TransactionConflict in the message', async () => {
  const first = await db.startTransaction()
  const second = await db.startTransaction()
  await first
    .collection('accounts')
    .doc('from')
    .update({ data: { by: 1 } })
  const refused = await failureOf(
    second
      .collection('accounts')
      .doc('from')
      .update({ data: { by: 2 } }),
  )
  expect(refused).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') })
  await first.commit()
  expect((await db.collection('accounts').doc('from').get()).data).toMatchObject({ by: 1 })
})
