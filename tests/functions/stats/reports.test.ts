import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const week = '2026-W47'
const tile = {
  ...{ key: 'visits', name: '访问次数', unit: 'count', value: 4711, change: null, compared: '不比' },
  ...{ note: '合计', definition: '打开小程序算一次访问', window: '一周', denominator: '不除' },
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T12:00:00+08:00' })
  await insertPeople(cloud.engine)
  const report = { from: '2026-11-16', to: '2026-11-22', tiles: [tile], topics: [], fileId: null, madeAt: 0 }
  await cloud.engine.insertMany('stats_reports', [{ _id: week, ...report }])
})
afterAll(() => cloud.close())

const exported = (of: string) =>
  cloud.call<{ url: string }>(people.ning.openid, 'stats.exportReport', { week: of }, newRequestId())

test('a report whose file is not there leaves as a workbook made for whoever asks', async () => {
  const { url } = expectData(await exported(week))
  const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  const text = Object.values(files)
    .map(file => strFromU8(file))
    .join('')
  expect(['<v>4711</v>', '打开小程序算一次访问'].filter(one => !text.includes(one))).toEqual([])
  expect(await cloud.dump('stats_files')).toHaveLength(1)
  expectError('stats.exportReport', await exported('2026-W40'), 'STATS_NO_REPORT')
})

test('a report that could not be stored is said to be so', async () => {
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refused = await exported(week)
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expectError('stats.exportReport', refused, 'STATS_EXPORT_FAILED')
})
