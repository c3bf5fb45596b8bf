import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { READ_BATCHES_MAX } from '@domain/stats/events'
import type { BatchDocument } from '../../../cloudfunctions/stats/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, han, chen, luo, tang, zhao } = people
const NOW = Date.parse('2026-01-31T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())

async function does<T>(who: TestPerson, name: string, input: object, requestId = newRequestId()): Promise<T> {
  return expectData(await cloud.call<T>(who.openid, name, input, requestId))
}

async function published(by = lin): Promise<string> {
  const post = { boardId: 'life', title: '带两个孩子露营', body: `第三排够不够 ${newRequestId()}` }
  return (await does<{ postId: string }>(by, 'forum.createPost', post)).postId
}

const tells = (
  who: TestPerson,
  posts: readonly string[],
  requestId = newRequestId(),
  events: object[] = [],
) => does(who, 'stats.record', { visitId: `visit-${who.openid}`, events, posts }, requestId)

const counts = async () =>
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })

const readersOf = async (postId: string, reader = han) => {
  const opened = await cloud.call<{ readers: number }>(reader.openid, 'forum.openPost', { postId })
  return expectData(opened).readers
}

test('a post says how many others have read it: each once, however often and late it is told, and never its author', async () => {
  const [postId, other] = [await published(), await published()]
  expect(await readersOf(postId)).toBe(0)
  const requestId = newRequestId()
  await tells(han, [postId, other], requestId)
  await tells(han, [postId, other], requestId)
  await tells(lin, [postId])
  await counts()
  expect([await readersOf(postId), await readersOf(other)]).toEqual([1, 1])
  await tells(han, [postId])
  await tells(chen, [postId])
  const late = [{ kind: 'view', what: 'forum/post', number: 0, secondsAgo: (60 * HOUR_MS) / 1_000 }]
  expect(await tells(luo, [postId], newRequestId(), late)).toEqual({ kept: true })
  await counts()
  await counts()
  expect([await readersOf(postId), await readersOf(other)]).toEqual([3, 1])
  expect(await readersOf(postId, lin)).toBe(3)
})

test('a post that is not shown, or that is none, counts nobody', async () => {
  const postId = await published()
  await does(lin, 'forum.deletePost', { postId })
  await tells(han, [postId, 'none'])
  await counts()
  const ids = (await cloud.dump<{ _id: string }>('stats_readers')).map(({ _id }) => _id)
  expect(ids).not.toContain(postId)
  expect(ids).not.toContain('none')
})

test('a count that another run has written since is not written over by an older one', async () => {
  const postId = await published(luo)
  await tells(han, [postId])
  await counts()
  await cloud.engine.execute('database.modifyDocument', {
    ...{ collectionName: 'forum_posts', queryType: 'WHERE', query: JSON.stringify({ _id: postId }) },
    ...{ data: JSON.stringify({ $set: { readers: 5 } }), merge: true, multi: false, upsert: false },
  })
  await tells(zhao, [postId])
  await counts()
  expect(await readersOf(postId)).toBe(5)
})

test('who has read a post that its author deletes is forgotten, and the others are not', async () => {
  const [postId, other] = [await published(luo), await published(luo)]
  await tells(han, [postId, other])
  await counts()
  const known = async () => (await cloud.dump<{ _id: string }>('stats_readers')).map(({ _id }) => _id)
  expect(await known()).toEqual(expect.arrayContaining([postId, other]))
  await does(luo, 'forum.deletePost', { postId })
  await counts()
  expect(await known()).not.toContain(postId)
  expect(await known()).toContain(other)
})

test('what one phone tells beyond what it can show in a day counts nobody, and the next day it does', async () => {
  const [last, postId] = [await published(luo), await published(luo)]
  await tells(tang, [await published(luo)])
  const batches = await cloud.dump<BatchDocument & Record<string, unknown>>('stats_batches')
  const mine = batches.find(({ visitId }) => visitId === `visit-${tang.openid}`)
  if (!mine) throw new Error('The batch is gone')
  const more = Array.from({ length: READ_BATCHES_MAX - 2 }, (_one, index) => ({
    ...mine,
    _id: `${mine.who}.more-${index}`,
  }))
  await cloud.engine.insertMany('stats_batches', more)
  // The 288th of the day, and one more; what comes with it counts like any other visit.
  await tells(tang, [last])
  const seen = [{ kind: 'view', what: 'forum/post', number: 0, secondsAgo: 5 }]
  expect(await tells(tang, [postId], newRequestId(), seen)).toEqual({ kept: true })
  await counts()
  expect([await readersOf(last), await readersOf(postId)]).toEqual([1, 0])
  await cloud.clock(new Date(NOW + DAY_MS).toISOString())
  await tells(tang, [postId])
  await counts()
  expect(await readersOf(postId)).toBe(1)
  await cloud.clock(new Date(NOW).toISOString())
})

test('a run that is cut off while it counts is made good by the next, and which posts a visit told of is forgotten', async () => {
  const postId = await published()
  await tells(han, [postId])
  await cloud.fault({ database: { collection: 'stats_readers', mode: 'fail' } })
  await cloud.timer('stats', 'rollUp')
  await cloud.fault({ clear: true })
  expect(await readersOf(postId)).toBe(0)
  await counts()
  expect(await readersOf(postId)).toBe(1)
  expect(JSON.stringify(await cloud.dump('stats_batches'))).not.toContain(postId)
  expect(JSON.stringify(await cloud.dump('stats_readers'))).not.toContain(han.employeeId)
})

test('what one has read is part of one’s own data, and stands under another pseudonym once that is deleted', async () => {
  const [counted, fresh] = [await published(), await published()]
  await tells(chen, [counted])
  await counts()
  await tells(chen, [fresh])
  const { tables } = await does<{ tables: { name: string; rows: number }[] }>(chen, 'identity.openMyData', {})
  // With the post of the first test.
  expect(tables.find(({ name }) => name === 'readPosts')).toMatchObject({ rows: 3 })

  const before = await cloud.dump<{ _id: string; readers: string[] }>('stats_readers')
  const who = before.find(({ _id }) => _id === counted)?.readers[0] ?? ''
  const asked = { words: 'anonymous', confirmedBy: chen.employeeId }
  await does(chen, 'identity.requestDeletion', asked)
  await cloud.clock(new Date(NOW + 7 * DAY_MS).toISOString())
  await cloud.timer('identity', 'tend')
  await counts()
  expect(JSON.stringify(await cloud.dump('stats_readers'))).not.toContain(who)
  expect([await readersOf(counted), await readersOf(fresh)]).toEqual([1, 1])
})
