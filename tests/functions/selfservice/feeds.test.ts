import { writeFeed } from '@domain/selfservice/gtfs/feed'
import { zipSync } from 'fflate'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people } from '../../support/people'
import { network } from '../../support/shuttleNetwork'
import { type Checked, check, publish, startShuttleCloud, uploadedFeed } from '../../support/shuttleWorld'

let cloud: TestCloud
const { pan } = people

beforeAll(async () => {
  cloud = await startShuttleCloud()
})
afterAll(() => cloud.close())

const exported = async (versionId: string) => {
  const reply = await cloud.call<{ zip: string; fileName: string }>(pan.openid, 'selfservice.exportFeed', {
    versionId,
  })
  return expectData(reply)
}

const small = Buffer.from(
  zipSync(Object.fromEntries([...writeFeed(network)].map(([name, text]) => [name, Buffer.from(text)]))),
)

const count = async () => ({
  timetables: (await cloud.dump('selfservice_timetables')).length,
  lines: (await cloud.dump('selfservice_lines')).length,
})

test('a published feed becomes a draft, and its export the same bytes again and again', async () => {
  const before = await count()
  const checked = expectData(await check(cloud, [await uploadedFeed(cloud)]))
  expect(checked).toMatchObject({ problems: [], counts: { lines: 3, stops: 62, trips: 48 } })
  expect(checked.notes).toContainEqual({ file: 'agency.txt', code: 'timezoneForeign', count: 0 })
  expect(await count()).toEqual({ timetables: before.timetables + 1, lines: before.lines + 3 })
  const desk = await cloud.call<{ drafts: { note: string }[] }>(pan.openid, 'selfservice.openShuttleDesk', {})
  expect(expectData(desk).drafts.map(({ note }) => note)).toEqual(['gtfs.zip'])

  const first = await exported(checked.versionId ?? '')
  expect(first.fileName).toBe('shuttle-draft.zip')
  const upload = await uploadedFeed(cloud, Buffer.from(first.zip, 'base64'))
  const second = expectData(await check(cloud, [upload]))
  expect((await exported(second.versionId ?? '')).zip).toBe(first.zip)
})

test('the txt files alone will do, and what they hold is published like any draft', async () => {
  const texts = [...writeFeed(network)]
  const files = await Promise.all(texts.map(([name, content]) => uploadedFeed(cloud, content, name)))
  const { versionId } = expectData(await check(cloud, files))
  const draft = { versionId: versionId ?? '', revision: 1 }
  const preview = await cloud.call<{ changes: object[] }>(pan.openid, 'selfservice.previewDraft', {
    versionId: draft.versionId,
  })
  // The same timetable: publishing it would change nothing.
  expect(expectData(preview).changes).toEqual([])
  expect(expectData(await publish(cloud, draft)).number).toBe(2)
  expect((await exported(draft.versionId)).fileName).toBe('shuttle-v2.zip')
})

test('a broken feed gives its lines and changes nothing', async () => {
  const before = await count()
  const broken = new Map(writeFeed(network))
  broken.set('stop_times.txt', (broken.get('stop_times.txt') ?? '').replace('L3-2,07:52:00', 'L3-2,07:22:00'))
  const zip = zipSync(
    Object.fromEntries([...broken].map(([name, text]) => [`feed/${name}`, Buffer.from(text)])),
  )
  const checked = expectData(await check(cloud, [await uploadedFeed(cloud, Buffer.from(zip))]))
  expect(checked).toMatchObject({
    versionId: null,
    counts: null,
    problems: [{ file: 'stop_times.txt', line: 7, field: 'arrival_time', code: 'timesFall' }],
  })
  expect(await count()).toEqual(before)
})

test('what is no feed is refused', async () => {
  const gone = await check(cloud, [{ fileId: 'cloud://wo-local.wo-local/feeds/none.zip', name: 'gtfs.zip' }])
  expectError('selfservice.checkFeed', gone, 'SELFSERVICE_FEED_UNREADABLE')
  for (const [content, name] of [
    ['这不是压缩包', 'gtfs.zip'],
    ['名单', 'roster.csv'],
  ] as const) {
    const reply = await check(cloud, [await uploadedFeed(cloud, content, name)])
    expectError('selfservice.checkFeed', reply, 'SELFSERVICE_FEED_UNREADABLE')
  }
  // 41 MB of nothing in 40 KB.
  const bomb = zipSync({ 'stops.txt': new Uint8Array(41 * 1024 * 1024) }, { level: 9 })
  const reply = await check(cloud, [await uploadedFeed(cloud, Buffer.from(bomb))])
  expectError('selfservice.checkFeed', reply, 'SELFSERVICE_FEED_TOO_LARGE')
})

test.each([2, 4, 5, 6, 7])(
  'an import killed at request %i changes nothing, and repeated is there once',
  async step => {
    const drafts = async () => {
      const all = await cloud.dump<{ state: string }>('selfservice_timetables')
      return all.filter(({ state }) => state === 'draft').length
    }
    const before = await drafts()
    const files = [await uploadedFeed(cloud, small)]
    const requestId = newRequestId()
    const go = () => cloud.call<Checked>(pan.openid, 'selfservice.checkFeed', { files }, requestId)
    await cloud.fault({
      function: { name: 'selfservice', procedure: 'checkFeed', mode: 'kill', after: step, times: 1 },
    })
    await go()
    await cloud.fault({ clear: true })
    expect([before, before + 1]).toContain(await drafts())
    const first = expectData(await again(go))
    expect(await drafts()).toBe(before + 1)
    expect(expectData(await go())).toEqual(first)
    expect(await drafts()).toBe(before + 1)
  },
)

test('what a killed import has left is cleared away', async () => {
  await cloud.clock('2026-11-24T12:00:00+08:00')
  await cloud.timer('selfservice', 'tend')
  const timetables = await cloud.dump<{ _id: string; state: string }>('selfservice_timetables')
  expect(timetables.filter(({ state }) => state === 'staging')).toEqual([])
  const known = new Set(timetables.map(({ _id }) => _id))
  const lines = await cloud.dump<{ versionId: string }>('selfservice_lines')
  expect(lines.filter(({ versionId }) => !known.has(versionId))).toEqual([])
})
