import { expectData, expectError } from '../../support/expectError'
import { filesUnder, newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const NOW = '2026-11-24T09:00:00+08:00'
const HOUR_MS = 3_600_000
const { lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'chat', name: '闲聊', closed: false, order: 1 }])
})
beforeEach(() => cloud.clock(NOW))
afterAll(() => cloud.close())

const announced = async (input: { ends: string[]; folder?: string }) =>
  expectData(await cloud.call<{ paths: string[] }>(lin.openid, 'identity.announceUploads', input)).paths
const put = (path: string) => upload(cloud, lin.openid, path, `what lies at ${path}`)
const hoursLater = async (hours: number) => {
  await cloud.clock(new Date(Date.parse(NOW) + hours * HOUR_MS).toISOString())
  await cloud.timer('identity', 'tend')
}
const lying = async (paths: readonly string[]) => {
  const all = await filesUnder(cloud, '')
  return paths.filter(path => all.includes(path))
}
const post = (fileId: string) => {
  const image = { fileId, width: 4, height: 3 }
  const words = { title: '江边', body: '早上的雾很大', images: [image] }
  return cloud.call<{ postId: string }>(
    lin.openid,
    'forum.createPost',
    { boardId: 'chat', ...words },
    newRequestId(),
  )
}

test('what was announced together lies at places of its own, of which nobody can know, and is noted once', async () => {
  const paths = await announced({ ends: ['jpg', 'jpg', 'mp4'] })
  expect(paths).toEqual([
    expect.stringMatching(/^uploads\/[\w-]{20,}\.jpg$/),
    expect.stringMatching(/^uploads\/[\w-]{20,}\.jpg$/),
    expect.stringMatching(/^uploads\/[\w-]{20,}\.mp4$/),
  ])
  expect(new Set(paths).size).toBe(3)
  const notes = await cloud.dump<{ paths?: string[] }>('identity_roster_files')
  expect(notes.filter(note => note.paths?.includes(paths[0] ?? ''))).toHaveLength(1)
})

test('an upload with which no call ever comes is gone after a week, a sheet of personal data after a day', async () => {
  const [picture = '', film = '', unused = ''] = await announced({ ends: ['jpg', 'mp4', 'png'] })
  const [roster = ''] = await announced({ folder: 'rosters', ends: ['csv'] })
  for (const path of [picture, film, roster]) await put(path)
  const all = [picture, film, unused, roster]
  await hoursLater(23)
  expect(await lying(all)).toEqual([picture, film, roster])
  await hoursLater(25)
  expect(await lying(all)).toEqual([picture, film])
  await hoursLater(7 * 24 + 1)
  expect(await lying(all)).toEqual([])
  const notes = await cloud.dump<{ paths?: string[] }>('identity_roster_files')
  expect(notes.flatMap(({ paths = [] }) => paths).filter(path => all.includes(path))).toEqual([])
})

test('of one with which a call comes in time the copy stays; one that comes after it is told that nothing lies there', async () => {
  const [used = '', late = ''] = await announced({ ends: ['jpg', 'jpg'] })
  const [usedId, lateId] = [await put(used), await put(late)]
  await hoursLater(7 * 24 - 1)
  const { postId } = expectData(await post(usedId))
  await hoursLater(7 * 24 + 1)
  expect(await lying([used, late])).toEqual([])
  const [kept] = (await cloud.dump<{ _id: string; images: { fileId: string }[] }>('forum_posts')).filter(
    ({ _id }) => _id === postId,
  )
  const copy = kept?.images[0]?.fileId ?? ''
  expect(await lying([copy.slice(copy.indexOf('pictures/'))])).toHaveLength(1)
  expectError('forum.createPost', await post(lateId), 'FORUM_IMAGE_MISSING')
})
