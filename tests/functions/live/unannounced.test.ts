import { MINUTE_MS } from '@domain/kernel/time'
import { expectError } from '../../support/expectError'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, publish } = liveSteps(() => cloud)

test('a broadcast that has yet to appear is on no page of what is over, nor is what is said beside it', async () => {
  const broadcastId = await publish(NOW, { title: '还没到公布的时候', shownFrom: NOW + 10 * MINUTE_MS }, 30)
  const { past } = await does<{ past: { broadcastId: string }[] }>(lin, 'live.openBroadcasts', { after: '9' })
  expect(past.map(row => row.broadcastId)).not.toContain(broadcastId)
  const postId = `broadcast.${broadcastId}`
  expectError('forum.openPost', await call(lin, 'forum.openPost', { postId }), 'FORUM_POST_MISSING')
  await does(xiang, 'forum.openPost', { postId })
  await cloud.clock(new Date(NOW + 10 * MINUTE_MS).toISOString())
  await does(lin, 'forum.openPost', { postId })
})
