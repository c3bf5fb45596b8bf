import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { attempt, BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const NOW = '2026-03-02T14:00:00+08:00'
const [author, reader] = [colleague(1), colleague(2)]

let cloud: TestCloud
let postId: string

// One instance a function: what it could have remembered of the caller, it would remember here.
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, workers: 1 })
  await talkWorld(cloud.engine, 4)
  const post = { boardId: BOARD, title: '带两个孩子露营', body: '周末去千岛湖' }
  postId = (await succeed(cloud, author, 'forum.createPost', post)).postId
  await succeed(cloud, reader, 'forum.addComment', { postId, body: '一起去' })
})
afterAll(() => cloud.close())

const change = ({ employeeId }: { employeeId: string }, set: object) =>
  cloud.engine.execute('database.modifyDocument', {
    collectionName: 'identity_employees',
    queryType: 'DOC',
    query: JSON.stringify({ _id: employeeId }),
    data: JSON.stringify({ $set: set }),
    merge: true,
    multi: false,
    upsert: false,
  })

const lastOf = async (procedure: string) => (await cloud.log(procedure)).at(-1)?.databaseRequests ?? []

test('whoever leaves is refused from the next call on, and reads nothing of what was found for them', async () => {
  await succeed(cloud, colleague(3), 'forum.openPost', { postId })
  await change(colleague(3), { status: 'left' })
  const refused = await attempt(cloud, colleague(3), 'forum.openPost', { postId })
  expect(refused).toMatchObject({ ok: false, error: { code: 'IDENTITY_LEFT' } })
  expect(JSON.stringify(refused)).not.toContain('千岛湖')
  const session = await succeed(cloud, colleague(3), 'identity.openSession')
  expect(session).toMatchObject({ standing: 'left', me: null, unread: 0, coins: null })
})

test('a role that was taken away is gone at the next call', async () => {
  await change(colleague(4), { grants: [{ role: 'moderator' }] })
  expect(await succeed(cloud, colleague(4), 'forum.openPost', { postId })).toMatchObject({
    canModerate: true,
  })
  await change(colleague(4), { grants: [] })
  expect(await succeed(cloud, colleague(4), 'forum.openPost', { postId })).toMatchObject({
    canModerate: false,
  })
})

test('what belongs to the caller is found for the caller alone', async () => {
  const mine = await succeed(cloud, author, 'identity.openSession')
  expect(mine).toMatchObject({ unread: 1, coins: { balance: 5 } })
  expect(await succeed(cloud, reader, 'identity.openSession')).toMatchObject({
    unread: 0,
    coins: { balance: 2 },
  })
})

test('a screen and who asks for it are one request to the database, through an index', async () => {
  for (const [name, input] of [
    ['identity.openSession', {}],
    ['forum.openFeed', {}],
    ['forum.openPost', { postId }],
    ['mall.openShop', {}],
  ] as const) {
    await succeed(cloud, author, name, input)
    await succeed(cloud, author, name, input)
    expect([name, await lastOf(name)]).toEqual([
      name,
      [expect.objectContaining({ collection: 'identity_employees', index: 'wechat', scan: false })],
    ])
  }
})

test('a stranger is told to register, however much was to be read along', async () => {
  const stranger = { ...colleague(9), openid: 'wx-nobody' }
  expect(await attempt(cloud, stranger, 'forum.openPost', { postId })).toMatchObject({
    error: { code: 'IDENTITY_NOT_REGISTERED' },
  })
  expect(await succeed(cloud, stranger, 'identity.openSession')).toMatchObject({
    standing: 'stranger',
    unread: 0,
  })
})
