import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { MINUTE_MS } from '@domain/kernel/time'
import { expectError } from '../../support/expectError'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, chen, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, run, publish } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())

test('the figures leave as a workbook without the names of those who watched', async () => {
  const broadcastId = await publish(NOW, {}, 5)
  await at(6)
  for (const who of [lin, chen]) await does(who, 'live.attend', { broadcastId })
  await cloud.timer('live', 'tend')
  expect((await run(broadcastId)).figures).toMatchObject({ viewers: 2, peak: 2, watching: 2 })
  const { url } = await does(xiang, 'live.exportBroadcast', { broadcastId })
  const file = Buffer.from(await (await fetch(url ?? '')).arrayBuffer())
  expect(file.subarray(0, 2).toString()).toBe('PK')
  expect(await cloud.dump('live_files')).toHaveLength(1)
  await at(30)
  await cloud.timer('live', 'tend')
  expect(await cloud.dump('live_files')).toEqual([])
  const none = { broadcastId: 'none' }
  expectError(
    'live.exportBroadcast',
    await call(xiang, 'live.exportBroadcast', none),
    'LIVE_BROADCAST_MISSING',
  )
  expectError('live.openRun', await call(xiang, 'live.openRun', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.openEdit', await call(xiang, 'live.openEdit', none), 'LIVE_BROADCAST_MISSING')
})

test('a workbook that could not be stored is said to be so', async () => {
  const broadcastId = await publish(NOW, {}, 30)
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refused = await call(xiang, 'live.exportBroadcast', { broadcastId })
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expectError('live.exportBroadcast', refused, 'LIVE_EXPORT_FAILED')
})
