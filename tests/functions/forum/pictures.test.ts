import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { attempt, BOARD, colleague as person, succeed, talkWorld } from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const PACE_MS = 15 * 60_000

let cloud: TestCloud
let published = 0
let passed = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON, mediaDelayMs: null })
  await talkWorld(cloud.engine, 8)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.fault({ clear: true })
  // Long enough after the last one that nobody has been quick.
  passed += PACE_MS
  await cloud.clock(new Date(nowOf()).toISOString())
})
const nowOf = () => Date.parse(NOON) + passed

/** Another post each time. */
const post = () => {
  published += 1
  return { boardId: BOARD, title: '露营的照片', body: `第 ${published} 次。` }
}
const publish = (author: typeof owner, input: object) =>
  succeed(cloud, author, 'forum.createPost', { ...post(), ...input })

const owner = person(8)
const JPEG = new Uint8Array([0xff, 0xd8, 0xff])
const upload = async (name: string, body: Uint8Array<ArrayBuffer> | string = JPEG) => {
  const response = await fetch(`${cloud.url}/storage/uploads/${name}`, {
    method: 'PUT',
    headers: { 'x-openid': owner.openid },
    body,
  })
  return ((await response.json()) as { fileId: string }).fileId
}
const pending = async () => (await cloud.door('GET', '/local/media')).body as string[]
const judge = (traceId: string, suggest: string) =>
  cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
const imagesFor = async (reader: typeof owner, postId: string) =>
  (await succeed(cloud, reader, 'forum.openPost', { postId })).post.images

interface StoredPost {
  _id: string
  images: { fileId: string; traceId: string }[]
}
const storedPost = async (postId: string) =>
  (await cloud.dump<StoredPost>('forum_posts')).find(({ _id }) => _id === postId)
const statusOf = async (fileId: string) =>
  (await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status
const withPictures = async (...names: string[]) => {
  const fileIds = await Promise.all(names.map(name => upload(name)))
  const { postId } = await publish(owner, {
    images: fileIds.map(fileId => ({ fileId, width: 12, height: 9 })),
  })
  return { postId, uploaded: fileIds, images: (await storedPost(postId))?.images ?? [] }
}

describe('pictures', () => {
  test('are the author’s alone until they have passed, and nobody’s when they have not', async () => {
    const { postId, images } = await withPictures('a.jpg', 'b.jpg')
    const shown = images.map(({ fileId }) => ({ fileId, width: 12, height: 9 }))
    expect(await imagesFor(owner, postId)).toEqual(shown.map(image => ({ ...image, state: 'checking' })))
    expect(await imagesFor(person(1), postId)).toEqual([])

    await judge(images[0]?.traceId ?? '', 'pass')
    await judge(images[1]?.traceId ?? '', 'risky')
    expect(await imagesFor(person(1), postId)).toEqual([{ ...shown[0], state: 'passed' }])
    expect(await imagesFor(owner, postId)).toEqual([{ ...shown[0], state: 'passed' }])
    expect(await Promise.all(images.map(({ fileId }) => statusOf(fileId)))).toEqual([200, 404])
    expect(await cloud.dump('forum_verdicts')).toEqual([])
  })

  test('that were refused are told to their author alone, until others take their place', async () => {
    const { postId, images } = await withPictures('c.jpg', 'd.jpg', 'e.jpg')
    const refusedFor = async (reader: typeof owner) =>
      (await succeed(cloud, reader, 'forum.openPost', { postId })).post.refusedPictures
    const told = async () =>
      (await cloud.dump<{ employeeId: string; title: string; target: { id: string } }>('notice_messages'))
        .filter(({ target }) => target.id === postId)
        .map(({ employeeId, title }) => ({ employeeId, title }))
    const [a, b, c] = images.map(({ traceId }) => traceId)
    await judge(a ?? '', 'pass')
    expect(await told()).toEqual([])
    await judge(b ?? '', 'risky')
    await judge(c ?? '', 'risky')
    await judge(c ?? '', 'risky')
    const title = '你的帖子「露营的照片」有 2 张图片没有通过检查'
    expect(await told()).toEqual([{ employeeId: owner.employeeId, title }])
    expect(await Promise.all([refusedFor(owner), refusedFor(person(1))])).toEqual([2, 0])
    const keptFileIds = [images[0]?.fileId]
    await succeed(cloud, owner, 'forum.editPost', { ...post(), postId, keptFileIds, boardId: undefined })
    expect(await refusedFor(owner)).toBe(0)
  })

  test('can’t be replaced by their author: what was looked at is a copy, and the only one left', async () => {
    const { images, uploaded } = await withPictures('swapped.jpg')
    const copy = images[0]?.fileId ?? ''
    expect(copy).not.toBe(uploaded[0])
    expect(await statusOf(uploaded[0] ?? '')).toBe(404)
    const replaced = await fetch(`${cloud.url}/storage/${copy.split('/').slice(3).join('/')}`, {
      method: 'PUT',
      headers: { 'x-openid': owner.openid },
      body: 'another picture',
    })
    expect(replaced.status).toBe(403)
  })

  test('go with their post when its author takes it back', async () => {
    const { postId, images } = await withPictures('deleted.jpg')
    await succeed(cloud, owner, 'forum.deletePost', { postId })
    expect(await Promise.all(images.map(({ fileId }) => statusOf(fileId)))).toEqual([404])
  })

  test('that storage could not be asked to remove go with the timer', async () => {
    const { postId, images } = await withPictures('later.jpg')
    const folder = path.join(cloud.dataDir, 'storage')
    await rename(folder, `${folder}.away`)
    await writeFile(folder, '')
    // The local cloud says on its output what it could not remove.
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await succeed(cloud, owner, 'forum.deletePost', { postId })
    told.mockRestore()
    await rm(folder)
    await rename(`${folder}.away`, folder)
    expect(await statusOf(images[0]?.fileId ?? '')).toBe(200)
    await cloud.clock(new Date(nowOf() + 120_000).toISOString())
    await cloud.timer('forum', 'tend')
    expect(await statusOf(images[0]?.fileId ?? '')).toBe(404)
    expect(await cloud.dump('forum_dropped')).toEqual([])
  })

  test('of a post that is refused leave no copy behind', async () => {
    const fileId = await upload('kept.jpg')
    const page = await upload('page.jpg', '<html><body></body></html>')
    const images = [{ fileId }, { fileId: fileIdOf('uploads/none.jpg') }]
    const before = await storedFiles()
    const reply = await attempt(cloud, owner, 'forum.createPost', { ...post(), images })
    expectError('forum.createPost', reply, 'FORUM_IMAGE_MISSING')
    const unfit = { ...post(), images: [{ fileId: page }] }
    const refused = await attempt(cloud, owner, 'forum.createPost', unfit)
    expectError('forum.createPost', refused, 'FORUM_IMAGE_MISSING')
    await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail' } })
    const unchecked = await attempt(cloud, owner, 'forum.createPost', { ...post(), images: [{ fileId }] })
    expectError('forum.createPost', unchecked, 'CONTENT_CHECK_UNAVAILABLE')
    expect(await storedFiles()).toBe(before)
    expect(await statusOf(fileId)).toBe(200)
  })

  test('of what is refused only once they were copied leave no copy behind', async () => {
    const fileId = await upload('refused.jpg')
    const images = [{ fileId }]
    const stored = await storedPost((await withPictures('of-another.jpg')).postId)
    const editor = person(5)
    const own = { ...stored, _id: 'post-of-5', author: { ...editor, official: false }, images: [] }
    await cloud.engine.insertMany('forum_posts', [own])
    const before = await storedFiles()
    await slowCheck()
    const publishing = attempt(cloud, person(4), 'forum.createPost', { ...post(), images })
    await busyMeanwhile(person(4))
    expectError('forum.createPost', await publishing, 'FORUM_TOO_FAST')
    expect(await storedFiles()).toBe(before)

    const change = { postId: own._id, title: '换张图', body: '换张图', images }
    await slowCheck()
    const editing = attempt(cloud, editor, 'forum.editPost', change)
    await busyMeanwhile(editor)
    expectError('forum.editPost', await editing, 'FORUM_TOO_FAST')
    expect(await storedFiles()).toBe(before)
    // Whoever tries again with the same picture still has it.
    await publish(person(3), { images })
  })

  test('that were judged before their post was committed are settled by the timer', async () => {
    const fileId = await upload('orphan.jpg')
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'slow', slowMs: 2_500 } })
    const others = await pending()
    const publishing = publish(owner, { images: [{ fileId }] })
    await judgeWhenAsked('pass', others)
    const { postId } = await publishing
    expect(await imagesFor(person(1), postId)).toEqual([])
    expect(await cloud.timer('forum', 'tend')).toMatchObject({ data: { data: { verdicts: { settled: 1 } } } })
    expect(await imagesFor(person(1), postId)).toMatchObject([{ state: 'passed' }])
    expect(await cloud.dump('forum_verdicts')).toEqual([])
  })

  test('are settled by the timer however many verdicts on pictures of other rooms are older', async () => {
    const fileId = await upload('behind.jpg')
    const { postId } = await publish(owner, { images: [{ fileId }] })
    const stored = await cloud.dump<{ _id: string; images: { traceId: string }[] }>('forum_posts')
    const traceId = stored.find(({ _id }) => _id === postId)?.images[0]?.traceId ?? ''
    const verdict = { state: 'passed', at: nowOf() - 60_000 }
    await cloud.engine.insertMany('forum_verdicts', [
      ...Array.from({ length: 1_000 }, (_one, index) => ({ _id: `!others-${index}`, ...verdict })),
      { _id: traceId, state: 'passed', at: nowOf() },
    ])
    expect(await cloud.timer('forum', 'tend')).toMatchObject({ data: { data: { verdicts: { settled: 1 } } } })
    expect(await imagesFor(person(1), postId)).toMatchObject([{ state: 'passed' }])
  })
})

const slowCheck = () =>
  cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'slow', slowMs: 2_500, times: 1 } })

/** While the one picture is looked at, somebody publishes and changes as much as the pace allows. */
async function busyMeanwhile({ employeeId }: typeof owner): Promise<void> {
  await until('the slow check', async () => {
    const { body } = await cloud.door('GET', '/local/fault')
    return (body as { left: number }[]).every(({ left }) => left === 0) || null
  })
  const said = Array.from({ length: 20 }, (_, index) => ({
    id: `said-${index}`,
    at: nowOf(),
    words: `words-${index}`,
  }))
  const pace = { _id: employeeId, revision: 1, post: said, comment: [], edit: said, report: [] }
  await cloud.engine.insertMany('forum_paces', [pace])
}

/** How many files are in storage, each with its description. */
async function storedFiles(): Promise<number> {
  const all = await readdir(cloud.dataDir, { recursive: true })
  return all.filter(name => name.startsWith('storage')).length
}

async function judgeWhenAsked(suggest: string, others: readonly string[]): Promise<void> {
  const deadline = performance.now() + 5_000
  while (performance.now() < deadline) {
    const traceId = (await pending()).find(id => !others.includes(id))
    if (traceId) {
      await judge(traceId, suggest)
      return
    }
  }
  throw new Error('WeChat was never asked about the picture')
}

function fileIdOf(path: string): string {
  return `cloud://wo-local.776f-wo-local-1250000000/${path}`
}
