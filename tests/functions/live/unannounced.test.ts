import { MINUTE_MS } from '@domain/kernel/time'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, publish } = liveSteps(() => cloud)

test('the list of what is over shows nothing that is to come, whatever page is asked for', async () => {
  const broadcastId = await publish(NOW, { title: '还没到公布的时候', shownFrom: NOW + 10 * MINUTE_MS }, 30)
  const { past } = await does<{ past: { broadcastId: string }[] }>(lin, 'live.openBroadcasts', { after: '9' })
  expect(past.map(row => row.broadcastId)).not.toContain(broadcastId)
})
