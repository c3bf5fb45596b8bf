import { postAt } from '../../../tools/bench/posts'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const POSTS = 25_000
const CHUNK = 5_000

// Twenty-five thousand posts are written first, and another test may have the processor.
jest.setTimeout(240_000)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-03-02T10:00:00+08:00' })
  await talkWorld(cloud.engine, 5)
})
afterAll(() => cloud.close())

/** How many requests one run of the forum's timer makes. */
async function requestsOfTimer(): Promise<number> {
  await cloud.timer('forum', 'tend')
  const [run] = (await cloud.log())
    .filter(({ function: name, source }) => name === 'forum' && source === 'wx_trigger')
    .slice(-1)
  return run?.databaseRequests.length ?? Number.NaN
}

test('25,000 posts that cool down cost the timer no request, and their list one page', async () => {
  const withNone = await requestsOfTimer()
  for (let from = 0; from < POSTS; from += CHUNK) {
    await cloud.engine.insertMany(
      'forum_posts',
      Array.from({ length: CHUNK }, (_post, index) => ({
        ...postAt(from + index, POSTS, [BOARD]),
        likers: [],
      })),
    )
  }
  for (const at of ['2026-03-02T15:00:00+08:00', '2026-03-07T12:00:00+08:00']) {
    await cloud.clock(at)
    expect(await requestsOfTimer()).toBeLessThanOrEqual(withNone)
  }
  const hot = await succeed(cloud, colleague(1), 'forum.openFeed', { sort: 'hot' })
  expect(hot.posts).toHaveLength(20)
  const [read] = (await cloud.log('forum.openFeed')).slice(-1)
  expect(read?.databaseRequests.length).toBeLessThan(10)
})
