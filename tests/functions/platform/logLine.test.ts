import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

interface Line {
  procedure?: string
  requestId?: string
  durationMs?: number
  databaseRequests?: number
  code?: string
}

let cloud: TestCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud({ onOutput: (_name, text) => lines.push(...text.split('\n')) })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())

function lineOf(requestId: string): Line {
  const line = lines.find(text => text.startsWith('{') && text.includes(requestId))
  if (!line) throw new Error(`No line of ${requestId} among ${lines.length}`)
  return JSON.parse(line) as Line
}

test('each call leaves one line: what, how long, how many requests, how it ended; and nobody’s name or words', async () => {
  const { lin } = people
  const done = newRequestId()
  const post = { boardId: 'life', title: '周末去浦东露营', body: '只有我知道的地方' }
  expectData(await cloud.call(lin.openid, 'forum.createPost', post, done))
  const refused = newRequestId()
  await cloud.call(lin.openid, 'forum.openPost', { postId: 'none' }, refused)
  const record = (await cloud.log('forum.createPost')).at(-1)
  const requests = (record?.databaseRequests ?? []).filter(({ action }) => !/Transaction$/.test(action))
  expect(lineOf(done)).toEqual({
    procedure: 'forum.createPost',
    requestId: done,
    durationMs: expect.any(Number),
    databaseRequests: requests.length,
    code: 'OK',
  })
  expect(lineOf(refused)).toMatchObject({
    procedure: 'forum.openPost',
    code: 'FORUM_POST_MISSING',
    databaseRequests: 1,
  })
  const printed = lines.join('\n')
  for (const text of [lin.openid, lin.employeeId, lin.name, post.title, post.body])
    expect(printed).not.toContain(text)
})
