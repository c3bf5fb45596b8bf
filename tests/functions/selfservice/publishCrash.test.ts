import { again } from '../../support/again'
import { newGuests } from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import {
  type Draft,
  earlierDraft,
  favour,
  publish,
  SHUTTLE_CLOCK,
  startShuttleCloud,
} from '../../support/shuttleWorld'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud
let draft: Draft

beforeAll(async () => {
  cloud = await startShuttleCloud({ workers: 1 })
  draft = await earlierDraft(cloud)
})
afterAll(() => cloud.close())

const kill = (procedure: string | undefined, after: number) =>
  cloud.fault({ function: { name: 'selfservice', procedure, mode: 'kill', after, times: 1 } })

interface Stored {
  state: string
  number: number
}

const isWhole = async () => {
  const timetables = await cloud.dump<Stored>('selfservice_timetables')
  const [shuttle] = await cloud.dump<{ number: number; published: object[] }>('selfservice_shuttle')
  const published = timetables.filter(({ state }) => state === 'published')
  return published.length === shuttle?.number && shuttle.published.length === published.length
}

test('publishing, killed at any of its requests, is done whole or not at all', async () => {
  for (const step of [2, 4, 6, 7, 8, 9, 10, 11]) {
    const requestId = `publish-${draft.versionId}`
    await kill('publishDraft', step)
    await publish(cloud, draft, {}, requestId)
    await cloud.fault({ clear: true })
    expect(await isWhole()).toBe(true)
  }
  expect(expectData(await again(() => publish(cloud, draft, {}, `publish-${draft.versionId}`)))).toEqual({
    number: 2,
    effectiveOn: '2026-12-01',
  })
  expect(await isWhole()).toBe(true)
})

test('telling, killed on its way, tells everybody once', async () => {
  const riders = await newGuests(cloud, 42)
  for (const rider of riders) expectData(await favour(cloud, rider))
  for (const step of [3, 20, 45, 52]) {
    await kill(undefined, step)
    await cloud.timer('selfservice', 'tend').catch(() => undefined)
    await cloud.fault({ clear: true })
  }
  await cloud.clock('2026-11-24T07:41:00+08:00')
  await cloud.timer('selfservice', 'tend')
  await cloud.clock(SHUTTLE_CLOCK)
  for (const rider of riders) expect(await noticesTo(cloud, rider)).toHaveLength(1)
})
