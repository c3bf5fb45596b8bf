import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { attempt, BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

let cloud: TestCloud
let functionsDir: string

beforeAll(async () => {
  functionsDir = await mkdtemp(path.join(tmpdir(), 'wo-closed-'))
  await cp(path.resolve('dist/cloudfunctions'), functionsDir, { recursive: true })
  // Stands for the variable that operations set for the function in the console of the cloud.
  const bundle = path.join(functionsDir, 'forum/index.js')
  await writeFile(bundle, `process.env.UGC_ENABLED = 'false'\n${await readFile(bundle, 'utf8')}`)
  cloud = await startTestCloud({ functionsDir })
  await talkWorld(cloud.engine, 2)
})
afterAll(async () => {
  await cloud.close()
  await rm(functionsDir, { recursive: true, force: true })
})

test('a closed forum can be read and takes nothing new', async () => {
  const post = { boardId: BOARD, title: '周末露营', body: '一起去' }
  const author = colleague(1)
  expectError('forum.createPost', await attempt(cloud, author, 'forum.createPost', post), 'FORUM_CLOSED')
  const comment = { postId: 'any', body: '好' }
  expectError('forum.addComment', await attempt(cloud, author, 'forum.addComment', comment), 'FORUM_CLOSED')
  const change = { postId: 'any', title: '标题', body: '正文' }
  expectError('forum.editPost', await attempt(cloud, author, 'forum.editPost', change), 'FORUM_CLOSED')
  expect((await succeed(cloud, author, 'forum.openFeed')).posts).toEqual([])
})
