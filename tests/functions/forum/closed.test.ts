import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { BOARD, colleague, fail, succeed, talkWorld } from '../../support/talkWorld'

let cloud: TestCloud
const before = process.env.UGC_ENABLED

beforeAll(async () => {
  // Functions inherit the environment that the console of the cloud would give them.
  process.env.UGC_ENABLED = 'false'
  cloud = await startTestCloud()
  await talkWorld(cloud.engine, 2)
})
afterAll(async () => {
  if (before === undefined) delete process.env.UGC_ENABLED
  else process.env.UGC_ENABLED = before
  await cloud.close()
})

test('a closed forum can be read and takes nothing new', async () => {
  const post = { boardId: BOARD, title: '周末露营', body: '一起去' }
  expect(await fail(cloud, colleague(1), 'forum.createPost', post)).toBe('FORUM_CLOSED')
  expect(await fail(cloud, colleague(1), 'forum.addComment', { postId: 'any', body: '好' })).toBe(
    'FORUM_CLOSED',
  )
  expect((await succeed(cloud, colleague(1), 'forum.openFeed')).posts).toEqual([])
})
